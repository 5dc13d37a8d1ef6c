// Saving draws the page anew: whoever was writing goes on where the caret was. Enter in a field of
// one line saves nothing by accident.
"use strict"

{
  const KEPT = "desk-place"
  const PATIENCE = 3_000
  let form = null
  const BLOCK = ".order-machine > .inline-related:not(.empty-form)"
  const blocks = () => [...document.querySelectorAll(BLOCK)].filter((b) => b.offsetParent)
  const nameIn = (field) => field.name.replace(/^.*-\d+-/, "")

  // A block is told by where it stands, for a new one has another number once it is saved.
  const placeOf = (element) => {
    const editor = element.closest(".prose-editor")
    const field = editor ? editor.querySelector("textarea") : element
    if (!field.name && !field.id) return null
    const place = { path: location.pathname, id: field.id, caret: caretIn(editor ?? field) }
    const block = blocks().findIndex((b) => b.contains(field))
    return block < 0 ? place : { ...place, block, name: nameIn(field) }
  }

  const textOf = (editor) => editor.querySelector("[contenteditable]")

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

  const fieldAt = ({ id, block, name }) =>
    block === undefined
      ? document.getElementById(id)
      : [...(blocks()[block]?.querySelectorAll("[name]") ?? [])].find((f) => nameIn(f) === name)

  const goTo = (place) => {
    const field = fieldAt(place)
    const editor = field?.closest(".prose-editor")
    const text = editor ? textOf(editor) : field
    if (!text) return
    text.focus()
    if (editor) putCaret(text, place.caret)
    else if (place.caret !== null) field.setSelectionRange?.(place.caret, place.caret)
  }

  // What was refused is shown first of all.
  const wrong = () => {
    const row = document.querySelector(".form-row .errorlist, td .errorlist")?.closest(".form-row, td")
    const field = row?.querySelector("[name]:not([type=hidden])")
    return field && placeOf(field)
  }

  const remember = () => {
    const place = form.contains(document.activeElement) && placeOf(document.activeElement)
    if (place) sessionStorage.setItem(KEPT, JSON.stringify(place))
  }

  const comeBack = () => {
    const place = wrong() ?? JSON.parse(sessionStorage.getItem(KEPT))
    sessionStorage.removeItem(KEPT)
    if (place?.path !== location.pathname || document.querySelector(".conflict")) return
    const until = Date.now() + PATIENCE
    // Editors start late, and take the focus away as they do.
    const attempt = () => {
      if (document.activeElement === document.body) goTo(place)
      if (Date.now() < until) waiting = setTimeout(attempt, 150)
    }
    let waiting = setTimeout(attempt)
    const leave = () => clearTimeout(waiting)
    ;["keydown", "pointerdown"].forEach((touch) => addEventListener(touch, leave, true))
  }

  const ONE_LINE = "input:not([type=submit], [type=button], [type=checkbox], [type=radio], [type=file])"
  const onEnter = (event) => {
    const elsewhere = event.target.closest(".save-bar, dialog")
    if (event.key === "Enter" && event.target.matches(ONE_LINE) && !elsewhere) event.preventDefault()
  }

  // Ctrl+S presses a button: what had the focus before is what counts.
  const onShortcut = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") remember()
  }

  document.addEventListener("DOMContentLoaded", () => {
    form = document.querySelector(".content-form #content-main form")
    form?.addEventListener("keydown", onEnter)
    form?.addEventListener("keydown", onShortcut, true)
    form?.addEventListener("submit", () => sessionStorage.getItem(KEPT) ?? remember())
    if (form) comeBack()
  })
}
