// Moving a block by a place: by its buttons, or by Alt and an arrow from anywhere inside it.
import { blockOf, living, tell, trade } from "blocks/order"
import { announce } from "blocks/speech"
import { onTool } from "blocks/tools"

const STEPS = { ArrowUp: -1, ArrowDown: 1 }

// Eyes and caret are on the block: it stays where it is on the screen, the others pass by.
const inPlace = (block, act) => {
  const top = block.getBoundingClientRect().top
  act()
  window.scrollBy({ top: block.getBoundingClientRect().top - top, behavior: "instant" })
}

export const announcePlace = (name, block) => {
  const all = living()
  announce(name, { place: all.indexOf(block) + 1, count: all.length })
}

const move = (block, step) => {
  const all = living()
  const other = all[all.indexOf(block) + step]
  if (other) {
    inPlace(block, () => trade(block, other, step))
    tell(block)
  }
  announcePlace("moved", block)
}

const onKey = (event) => {
  const step = STEPS[event.key]
  const block = blockOf(event.target)
  if (!step || !block || !event.altKey || event.defaultPrevented) return
  if (event.ctrlKey || event.shiftKey || event.metaKey) return
  event.preventDefault()
  move(block, step)
}

export const startMoving = () => {
  document.addEventListener("keydown", onKey)
  onTool("move", (block, button) => move(block, Number(button.dataset.step)))
}
