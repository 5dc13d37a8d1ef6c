// The rich text editor gives its text no name: it gets that of its field.
"use strict"

document.addEventListener("prose-editor:ready", ({ detail: { textarea } }) => {
  const text = textarea.closest(".prose-editor").querySelector("[contenteditable]")
  const label = document.querySelector(`label[for="${textarea.id}"]`)
  if (!text || !label) return
  label.id ||= `${textarea.id}-label`
  text.role = "textbox"
  text.ariaMultiLine = "true"
  text.setAttribute("aria-labelledby", label.id)
})
