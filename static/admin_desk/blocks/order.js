// The order of blocks is their order in the document: seen, read out, tabbed through and saved.

const BLOCK = ".order-machine > .inline-related:not(.empty-form)"
const DELETED = "for-deletion"

export const machine = () => document.querySelector(".order-machine")

export const blocks = () => [...document.querySelectorAll(BLOCK)]

export const isDeleted = (block) => block.classList.contains(DELETED)

// Those that are not marked for deletion.
export const living = () => blocks().filter((block) => !isDeleted(block))

export const blockOf = (element) => element.closest?.(BLOCK)

export const orderingOf = (block) => block.querySelector(".order-machine-ordering")

// What follows the last block.
const end = () => machine().querySelector(":scope > .block-gap")

// What is deleted leaves no gap in the numbers: a block that comes and goes changes nothing.
export const number = () => {
  let place = 0
  for (const block of blocks()) {
    const ordering = String(isDeleted(block) ? place + 5 : (place += 10))
    if (block.style.order !== ordering) block.style.order = ordering
    if (orderingOf(block).value !== ordering) orderingOf(block).value = ordering
  }
}

export const markDeleted = (block, deleted) => {
  block.classList.toggle(DELETED, deleted)
  number()
}

// For those who keep, count or show what is in the form.
export const tell = (block) =>
  orderingOf(block).dispatchEvent(new Event("change", { bubbles: true }))

// `before` may be null: the end.
export const place = (block, before) => {
  const next = before ?? end()
  if (block.nextElementSibling !== next) next.before(block)
  number()
}

// The other block goes around this one, so that whatever has the focus never leaves the document.
export const trade = (block, other, step) => {
  if (step < 0) block.after(other)
  else block.before(other)
  number()
}

// Brings the document into the order that content-editor gave the blocks by number, on
// opening the form and when `dragged` was dropped.
export const settle = (dragged = []) => {
  const sorted = blocks().sort((a, b) => a.style.order - b.style.order)
  const after = (block) => sorted[sorted.indexOf(block) + 1] ?? end()
  const misplaced = (block) => block.nextElementSibling !== after(block)
  for (const block of [...dragged, ...sorted.toReversed()]) {
    if (misplaced(block)) after(block).before(block)
  }
}
