// Ctrl+K, or Cmd+K: search titles, or do something, from any page of staff.

import { dialogOf } from "./dialog.js"

const IS_MAC = /Mac|iP/.test(navigator.platform)
const opener = document.querySelector(".command-open")
let dialog = null

const toggle = () => {
  dialog ??= dialogOf(document.getElementById("command"))
  dialog.toggle()
}

// On a Mac, Ctrl+K deletes to the end of the line. What an editor took for itself stays its own:
// there the key makes a link.
const isOurs = (event) =>
  event.key.toLowerCase() === "k" &&
  (IS_MAC ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) &&
  !(event.shiftKey || event.altKey || event.defaultPrevented || event.isComposing) &&
  !document.querySelector("dialog[open]:not(.command)")

if (opener) {
  if (IS_MAC) opener.querySelector("kbd").textContent = "⌘ K"
  opener.addEventListener("click", toggle)
  document.addEventListener("keydown", (event) => {
    if (!isOurs(event)) return
    event.preventDefault()
    toggle()
  })
}
