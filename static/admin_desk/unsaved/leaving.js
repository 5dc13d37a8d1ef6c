// Leaving a form asks first where something in it was not sent yet.

import "./saved.js"

const FORMS = ".change-form #content-main form, .step-form"
const forms = [...document.querySelectorAll(FORMS)]
// What came back with errors was typed, and is not saved.
const unsent = document.querySelector(".errornote, .errorlist, .conflict, .brought-back") !== null

const valuesOf = (form) => JSON.stringify([...new FormData(form)].map(([k, v]) => [k, v.name ?? v]))

let shown = null
let sent = null
let isKept = false

// Editors and blocks fill in fields while the page loads: what counts is what people change.
const remember = (event) => {
  if (event.isTrusted) shown ??= forms.map(valuesOf)
}
const FIRST_TOUCHES = ["pointerdown", "keydown", "drop", "paste"]
FIRST_TOUCHES.forEach((touch) => document.addEventListener(touch, remember, true))

// Links and forms that say themselves what becomes of the work.
document.addEventListener("click", (event) => {
  if (event.target.closest("a[data-keeps]")) isKept = true
})

// A form takes along what is in it alone: not what is in another one, nor does logging out.
document.addEventListener("submit", (event) => {
  sent = event.defaultPrevented ? null : event.target
  isKept = sent !== null && sent.closest("[data-keeps]") !== null
})

const isChanged = () =>
  shown !== null && forms.some((form, at) => form !== sent && shown[at] !== valuesOf(form))

window.addEventListener("beforeunload", (event) => {
  if (isKept) return
  if ((unsent && forms.length > 0 && !forms.includes(sent)) || isChanged()) event.preventDefault()
})
