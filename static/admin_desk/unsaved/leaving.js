// Leaving a form asks first where something in it was not sent yet.

import "./saved.js"

const FORMS = ".change-form #content-main form, .step-form"
const forms = [...document.querySelectorAll(FORMS)]
// What came back with errors was typed, and is not saved.
const unsent = document.querySelector(".errornote, .errorlist, .conflict, .brought-back") !== null

const values = () =>
  JSON.stringify(forms.map((f) => [...new FormData(f)].map(([k, v]) => [k, v.name ?? v])))

let shown = null
let sending = false

// Editors and blocks fill in fields while the page loads: what counts is what people change.
const remember = (event) => {
  if (event.isTrusted) shown ??= values()
}
const FIRST_TOUCHES = ["pointerdown", "keydown", "drop", "paste"]
FIRST_TOUCHES.forEach((touch) => document.addEventListener(touch, remember, true))

// Links that say themselves what becomes of the work.
document.addEventListener("click", (event) => {
  if (event.target.closest("a[data-keeps]")) sending = true
})

document.addEventListener("submit", (event) => {
  sending = !event.defaultPrevented
})

window.addEventListener("beforeunload", (event) => {
  if (sending || forms.length === 0) return
  if (unsent || (shown !== null && shown !== values())) event.preventDefault()
})
