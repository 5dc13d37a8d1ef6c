// Letters press what bears them, unless somebody is typing, or wants no such keys.

const OFF = "queue-keys-off"
const FIELDS = "input, textarea, select, [contenteditable], dialog"
// A key that was pressed twice never decides on the next quote, which nobody has seen yet.
const UNSEEN = 400

// Under an input method for Korean or Japanese the key says no Latin letter: its place does.
const letterOf = (event) =>
  /^[a-z?]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase()

const isPlain = (event) =>
  !(event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing)

const isOurs = (event) =>
  isPlain(event) &&
  !event.defaultPrevented &&
  !event.target.closest(FIELDS) &&
  !document.querySelector("dialog[open]") &&
  !localStorage.getItem(OFF)

const press = (button) => {
  if (button.disabled) return document.querySelector("#queue-stops a")?.focus({ preventScroll: true })
  if (button.localName !== "summary") return button.click()
  const details = button.parentElement
  details.open = true
  ;(details.querySelector("input[type=radio]") ?? button).focus()
}

const close = (details) => {
  details.open = false
  details.querySelector("summary").focus()
}

const choose = (details, event) => {
  const radios = [...details.querySelectorAll("input[type=radio]")]
  const chosen = /^[1-9]$/.test(event.key) && radios[event.key - 1]
  if (!chosen || !isPlain(event) || event.target.localName === "textarea") return
  event.preventDefault()
  chosen.checked = true
  chosen.focus()
}

const inPanel = (event) => {
  const details = event.target.closest(".queue-decide details[open]")
  if (!details) return
  if (event.key === "Escape") close(details)
  choose(details, event)
  const send = event.key === "Enter" && (event.ctrlKey || event.metaKey)
  if (send) details.querySelector("[name=step]")?.click()
}

const rememberWhether = (wanted) => {
  wanted.checked = !localStorage.getItem(OFF)
  wanted.addEventListener("change", () => {
    if (wanted.checked) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, "1")
  })
}

export const listen = (quote) => {
  const wanted = quote.querySelector("[data-keys-on]")
  if (wanted) rememberWhether(wanted)
  let isSent = false
  quote.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault()
    isSent = true
  })
  addEventListener("pageshow", (event) => event.persisted && (isSent = false))
  setTimeout(() => (quote.dataset.seen = ""), UNSEEN)
  document.addEventListener("keydown", (event) => {
    inPanel(event)
    if (!isOurs(event) || !("seen" in quote.dataset)) return
    const button = quote.querySelector(`[data-key="${CSS.escape(letterOf(event))}"]`)
    if (!button) return
    event.preventDefault()
    press(button)
  })
}
