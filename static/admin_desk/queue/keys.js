// Letters press what bears them, unless somebody is typing, or wants no such keys.

const OFF = "queue-keys-off"
const FIELDS = "input, textarea, select, [contenteditable], dialog"

// Under an input method for Korean or Japanese the key says no Latin letter: its place does.
const letterOf = (event) =>
  /^[a-z?]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase()

const isOurs = (event) =>
  !(event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) &&
  !event.defaultPrevented &&
  !event.target.closest(FIELDS) &&
  !document.querySelector("dialog[open]") &&
  !localStorage.getItem(OFF)

const press = (button) => {
  if (button.localName !== "summary") return button.click()
  const details = button.parentElement
  details.open = true
  ;(details.querySelector("input[type=radio]") ?? button).focus()
}

const close = (details) => {
  details.open = false
  details.querySelector("summary").focus()
}

const inForm = (event) => {
  const details = event.target.closest("details[open]")
  if (!details) return
  if (event.key === "Escape") close(details)
  const send = event.key === "Enter" && (event.ctrlKey || event.metaKey)
  if (send) details.querySelector("[name=step]")?.click()
}

export const listen = (quote) => {
  const wanted = quote.querySelector("[data-keys-on]")
  if (wanted) {
    wanted.checked = !localStorage.getItem(OFF)
    wanted.addEventListener("change", () => {
      if (wanted.checked) localStorage.removeItem(OFF)
      else localStorage.setItem(OFF, "1")
    })
  }
  document.addEventListener("keydown", (event) => {
    inForm(event)
    if (!isOurs(event)) return
    const button = quote.querySelector(`[data-key="${CSS.escape(letterOf(event))}"]`)
    if (!button || button.disabled) return
    event.preventDefault()
    press(button)
  })
}
