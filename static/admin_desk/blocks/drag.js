// Dragging is content-editor's; the document follows, and blocks are headers alone meanwhile.
import { blockOf, machine, number, settle, tell } from "blocks/order"
import { announcePlace } from "blocks/move"

const DRAGGING = "dragging"

const dragged = () => [...document.querySelectorAll(".order-machine > .fs-dragging")]

// The header that was taken hold of stays under the pointer.
const shrink = (block, pointer) => {
  if (!block.classList.contains("fs-dragging")) return
  machine().classList.add(DRAGGING)
  const header = block.querySelector(":scope > h3").getBoundingClientRect()
  window.scrollBy({ top: header.top + header.height / 2 - pointer, behavior: "instant" })
}

const onStart = (event) => {
  const block = blockOf(event.target)
  // A drag whose element changes while it starts is called off by the browser.
  if (block) setTimeout(() => shrink(block, event.clientY))
}

const onDrop = () => {
  const moved = dragged()
  settle(moved)
  number()
  moved.forEach((block) => {
    tell(block)
    announcePlace("moved", block)
  })
}

const onEnd = (event) => {
  machine().classList.remove(DRAGGING)
  blockOf(event.target)?.scrollIntoView({ block: "nearest" })
}

export const startDragging = () => {
  document.addEventListener("dragstart", onStart)
  document.addEventListener("drop", onDrop)
  document.addEventListener("dragend", onEnd)
}
