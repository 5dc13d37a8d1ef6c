// Blocks folded to their headers, which then say in words what is inside.
import { blockOf, blocks, machine, orderingOf } from "blocks/order"
import { fromTemplate, text, wordsIn } from "blocks/speech"
import { onTool, toolOf } from "blocks/tools"
import { fieldsOf, ownOf } from "blocks/types"
import { keep, kept } from "place/kept"

const FOLDED = "collapsed"
const LONGEST = 120

const isFolded = (block) => block.classList.contains(FOLDED)

const gist = (block) => {
  const own = ownOf(block)
  for (const [name, [field]] of fieldsOf(block)) {
    const words = own.includes(name) ? "" : wordsIn(field).trim()
    if (words) return words.slice(0, LONGEST)
  }
  return ""
}

// What the block is about: its heading, its first words, what was picked.
export const label = (block) => {
  block.querySelector(":scope > h3 .inline_label").textContent = gist(block)
}

const show = (block) => {
  toolOf(block, "fold").ariaExpanded = String(!isFolded(block))
  label(block)
}

const fold = (block, folded) => {
  block.classList.toggle(FOLDED, folded)
  show(block)
}

const foldAll = (button) => {
  const folded = blocks().some((block) => !isFolded(block))
  blocks().forEach((block) => fold(block, folded))
  showAll(button)
}

const showAll = (button) => {
  const folded = blocks().length > 0 && blocks().every(isFolded)
  button.textContent = text(folded ? "unfoldAll" : "foldAll")
}

const remember = () =>
  keep({ folded: blocks().filter(isFolded).map((block) => orderingOf(block).value) })

const restore = () => {
  const folded = kept.folded ?? []
  blocks().forEach((block) => {
    const wrong = block.querySelector(".errorlist") !== null
    fold(block, !wrong && folded.includes(orderingOf(block).value))
  })
}

const makeBar = () => {
  const bar = fromTemplate("body-bar")
  document.querySelector(".tabs.regions").append(bar)
  return bar.querySelector("[data-fold-all]")
}

export const startFolding = () => {
  const button = makeBar()
  restore()
  showAll(button)
  button.addEventListener("click", () => foldAll(button))
  button.closest("form").addEventListener("submit", remember)
  onTool("fold", (block) => fold(block, !isFolded(block)))
  machine().addEventListener("click", (event) => {
    // content-editor has folded it by now.
    if (event.target.closest(".inline-related > h3")) show(blockOf(event.target))
    showAll(button)
  })
  machine().addEventListener("focusout", (event) => {
    const block = blockOf(event.target)
    if (block) label(block)
  })
}
