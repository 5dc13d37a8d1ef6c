// The tools in a block's header: one stop for Tab, arrows within.
import { blockOf, blocks, machine } from "blocks/order"
import { fromTemplate } from "blocks/speech"
import { nameOf } from "blocks/types"

const equip = (block) => {
  if (block.querySelector(":scope > .block-tools")) return
  const heading = block.querySelector(":scope > h3")
  const tools = fromTemplate("block-tools")
  heading.id ||= `${block.id}-heading`
  heading.querySelector("b").textContent = nameOf(block)
  heading.querySelectorAll(".material-icons").forEach((icon) => (icon.ariaHidden = "true"))
  tools.setAttribute("aria-labelledby", heading.id)
  heading.after(tools)
}

const onKey = (event) => {
  const tools = event.target.closest(".block-tools")
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!tools || !step) return
  event.preventDefault()
  const buttons = [...tools.children]
  const next = buttons.at((buttons.indexOf(event.target) + step) % buttons.length)
  next.focus()
}

const rove = ({ target }) => {
  const tools = target.closest(".block-tools")
  if (tools) [...tools.children].forEach((b) => (b.tabIndex = b === target ? 0 : -1))
}

export const toolOf = (block, name) =>
  block.querySelector(`:scope > .block-tools [data-tool=${name}]`)

// `act` gets the block, and the button that was pressed.
export const onTool = (name, act) =>
  machine().addEventListener("click", (event) => {
    const button = event.target.closest(`[data-tool=${name}]`)
    if (button) act(blockOf(button), button)
  })

export const startTools = () => {
  blocks().forEach(equip)
  document.addEventListener("formset:added", ({ target }) => blockOf(target) && equip(target))
  machine().addEventListener("keydown", onKey)
  machine().addEventListener("focusin", rove)
}
