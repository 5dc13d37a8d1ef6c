// What was refused: the bar says how much it is, and leads from one to the next.

const FIELD = "input:not([type=hidden]), [contenteditable], select, textarea"
const ROW = ".fieldBox, .form-row, td, .save-comment"

const isSeen = (element) => element.offsetParent !== null

const wrong = () => [...document.querySelectorAll("#content-main .errorlist")].filter(isSeen)

// What is wrong of no field in particular is read out itself.
const stopOf = (list) => {
  const field = [...(list.closest(ROW)?.querySelectorAll(FIELD) ?? [])].find(isSeen)
  if (!field) list.tabIndex = -1
  return field ?? list
}

export const isRefused = () => document.getElementById("refused") !== null

export const showWrong = (number) => {
  const list = wrong().at(number % wrong().length)
  if (!list) return
  stopOf(list).focus({ preventScroll: true })
  list.scrollIntoView({ block: "center" })
}

let shown = 0
document.querySelector("#refused button")?.addEventListener("click", () => showWrong(++shown))
