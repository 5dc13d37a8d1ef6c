// Between any two blocks a line with a plus, which opens the menu of types.
import { add } from "blocks/add"
import { toggleMenu } from "blocks/menu"
import { blockOf, blocks, machine } from "blocks/order"
import { fromTemplate } from "blocks/speech"

const equip = (block) => {
  if (!block.querySelector(":scope > .block-gap")) block.prepend(fromTemplate("block-gap"))
}

const gapBelow = (block) => {
  const following = block ? block.nextElementSibling : null
  return following?.matches(".block-gap")
    ? following
    : (following ?? machine()).querySelector(":scope > .block-gap")
}

const open = (gap, back) => toggleMenu(gap, back, (prefix) => add(prefix, blockOf(gap)))

const onKey = (event) => {
  if (!(event.altKey && event.shiftKey && event.code === "KeyN")) return
  event.preventDefault()
  open(gapBelow(blockOf(event.target)), document.activeElement)
}

export const startInserting = () => {
  machine().prepend(fromTemplate("block-gap"))
  blocks().forEach(equip)
  document.addEventListener("formset:added", ({ target }) => blockOf(target) && equip(target))
  document.addEventListener("keydown", onKey)
  machine().addEventListener("click", (event) => {
    const plus = event.target.closest(".block-gap > button")
    if (plus) open(plus.parentElement, plus)
  })
}
