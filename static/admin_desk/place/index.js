// Saving draws the page anew: whoever was writing goes on where they were, or sees what was refused.
// Enter in a field of one line saves nothing by accident.
import { focusOn, placeOf, textAt } from "place/fields"
import { keep, kept } from "place/kept"
import { isRefused, showWrong } from "place/wrong"

const PATIENCE = 3_000
const form = document.querySelector(".content-form #content-main form")
let last = null

const onFocus = ({ target }) => {
  if (!target.closest(".save-bar") && placeOf(target)) last = target
}

const remember = () => {
  const place = last?.isConnected ? placeOf(last) : null
  const top = place && textAt(place).getBoundingClientRect().top
  keep({ place, top, scroll: scrollY })
}

const comeBack = () => {
  const text = kept.place && textAt(kept.place)
  if (!text) return scrollTo(0, kept.scroll)
  focusOn(text, kept.place.caret)
  scrollBy(0, text.getBoundingClientRect().top - kept.top)
}

// Editors start late: they take the focus away as they do, and move what stands below them.
const patiently = (go) => {
  const until = Date.now() + PATIENCE
  const attempt = () => {
    go()
    if (Date.now() < until) waiting = setTimeout(attempt, 150)
  }
  let waiting = setTimeout(attempt)
  const leave = () => clearTimeout(waiting)
  ;["keydown", "pointerdown", "wheel"].forEach((touch) =>
    addEventListener(touch, leave, { capture: true, passive: true }),
  )
}

const start = () => {
  if (document.querySelector(".conflict")) return
  if (isRefused()) patiently(() => showWrong(0))
  else if ("scroll" in kept) patiently(comeBack)
}

const ONE_LINE =
  ".growing-line, input:not([type=submit], [type=button], [type=checkbox], [type=radio], [type=file])"
const onEnter = (event) => {
  const elsewhere = event.target.closest(".save-bar, dialog")
  if (event.key === "Enter" && event.target.matches(ONE_LINE) && !elsewhere) event.preventDefault()
}

// content-editor writes into the address where to scroll: it knows nothing of the caret, or of errors.
const clear = ({ target }) => {
  target.action = target.action.split("#")[0]
}

if (form) {
  form.addEventListener("keydown", onEnter)
  form.addEventListener("focusin", onFocus)
  form.addEventListener("submit", remember)
  document.addEventListener("submit", clear)
  document.addEventListener("DOMContentLoaded", start)
}
