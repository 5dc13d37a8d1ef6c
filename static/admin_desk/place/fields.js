// Fields by where they stand, so that the next page finds them, and the caret in them.

const BLOCK = ".order-machine > .inline-related:not(.empty-form)"
const blocks = () => [...document.querySelectorAll(BLOCK)].filter((b) => b.offsetParent)

// A picker's search has no name.
const nameOf = (field) => (field.name || field.id).replace(/^.*-\d+-/, "")

const textOf = (editor) => editor.querySelector("[contenteditable]")

// A block is told by where it stands, for a new one has another number once it is saved.
export const placeOf = (element) => {
  const editor = element.closest(".prose-editor")
  const field = editor ? editor.querySelector("textarea") : element
  if (!field.name && !field.id) return null
  const place = { id: field.id, caret: caretIn(editor ?? field) }
  const block = blocks().findIndex((b) => b.contains(field))
  return block < 0 ? place : { ...place, block, name: nameOf(field) }
}

const fieldAt = ({ id, block, name }) =>
  block === undefined
    ? document.getElementById(id)
    : [...(blocks()[block]?.querySelectorAll("input, select, textarea") ?? [])].find(
        (field) => nameOf(field) === name,
      )

// What takes the typing: of an editor that has not started, nothing yet.
export const textAt = (place) => {
  const field = fieldAt(place)
  const editor = field?.closest(".prose-editor")
  return editor ? textOf(editor) : field
}

const caretIn = (holder) => {
  if (!holder.matches(".prose-editor")) return holder.selectionStart ?? null
  const selection = getSelection()
  if (!selection.rangeCount || !holder.contains(selection.anchorNode)) return null
  const before = document.createRange()
  before.setStart(textOf(holder), 0)
  before.setEnd(selection.anchorNode, selection.anchorOffset)
  return before.toString().length
}

const putCaret = (text, caret) => {
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  let node = nodes.nextNode()
  for (let left = caret ?? 0; node; node = nodes.nextNode()) {
    if (left <= node.length) return getSelection().collapse(node, left)
    left -= node.length
  }
}

// Nobody else's focus is taken.
export const focusOn = (text, caret = null) => {
  if (document.activeElement !== document.body) return
  text.focus({ preventScroll: true })
  if (text.isContentEditable) putCaret(text, caret)
  else if (caret !== null) text.setSelectionRange?.(caret, caret)
}
