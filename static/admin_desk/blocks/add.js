// A new block: its row, filled in before any widget looks at it, its place, and the focus.
import { place, tell } from "blocks/order"

const FIELDS = "fieldset :is(input, select, textarea, [contenteditable=true], [tabindex='0'])"

// Django's formset adds the row and says so while it does.
const addRow = (prefix, fill) => {
  let row = null
  const added = (event) => {
    row = event.target
    fill(row)
  }
  document.addEventListener("formset:added", added, true)
  window.ContentEditor.addContent(prefix)
  document.removeEventListener("formset:added", added, true)
  return row
}

export const add = (prefix, before, fill = () => {}) => {
  const row = addRow(prefix, fill)
  if (row === null) return null
  place(row, before)
  enter(row)
  tell(row)
  return row
}

const isReachable = (field) => field.checkVisibility() && field.tabIndex >= 0 && !field.disabled

// A block that asks for nothing shows where it is by its tools.
const enter = (block) => {
  const field = [...block.querySelectorAll(FIELDS)].find(isReachable)
  const target = field ?? block.querySelector(".block-tools [tabindex='0']")
  target.focus({ preventScroll: true })
  block.scrollIntoView({ block: "nearest" })
}
