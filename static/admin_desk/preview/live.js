// Asks for the page of what is typed, a moment after the last change, while the pane is open.

const pane = document.getElementById("preview-pane")
const said = pane.querySelector(".preview-said")
const form = document.getElementById(pane.dataset.form)

const PAUSE = 400

let timer = null
let going = null
let shown = ""

// Files are not sent: no page shows them.
const typed = () => {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string")
  return new URLSearchParams(fields).toString()
}

const soon = () => {
  clearTimeout(timer)
  timer = setTimeout(refresh, PAUSE)
}

async function refresh() {
  if (pane.hidden) return
  const body = typed()
  if (body === shown) return
  going?.abort()
  going = new AbortController()
  const { signal } = going
  shown = body
  pane.dataset.isBusy = "yes"
  try {
    tell(await ask(body, signal))
  } catch {
    if (signal.aborted) return
    shown = ""
    said.textContent = said.dataset.away
  }
  delete pane.dataset.isBusy
}

async function ask(body, signal) {
  const headers = {
    Accept: "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
  }
  const options = { method: "POST", redirect: "manual", headers, body, signal }
  const response = await fetch(pane.dataset.url, options)
  if (response.type === "opaqueredirect") return null
  if (!response.ok) throw new Error(response.statusText)
  return response.json()
}

function tell(answer) {
  if (!answer) {
    shown = ""
    said.textContent = said.dataset.out
    return
  }
  if (answer.page) pane.dispatchEvent(new CustomEvent("preview:page", { detail: answer.page }))
  const lines = answer.problems.map(lineOf)
  const list = document.createElement("ul")
  list.append(...lines)
  const news = lines.length ? [said.dataset.without, list] : []
  // Said again only where it changed: screen readers read out what is written anew.
  const before = said.textContent
  const words = [said.dataset.without, ...lines.map((line) => line.textContent)].join("")
  if (before !== (lines.length ? words : "")) said.replaceChildren(...news)
}

function lineOf({ where, message, field }) {
  const line = document.createElement("li")
  const text = where ? `${where}: ${message}` : message
  if (!field) {
    line.textContent = text
    return line
  }
  const link = document.createElement("a")
  link.href = `#${field}`
  link.textContent = text
  line.append(link)
  return line
}

said.addEventListener("click", (event) => {
  const link = event.target.closest("a")
  const field = link && document.getElementById(link.hash.slice(1))
  if (!field) return
  event.preventDefault()
  const row = field.closest(".form-row, td") ?? field
  row.scrollIntoView({ block: "center" })
  row.querySelector("input:not([type=hidden]), [contenteditable], select, textarea")?.focus()
})

// What changes without typing (blocks moved, rows added) follows one of these.
const CHANGES = ["input", "change", "click", "keyup", "drop", "formset:added", "formset:removed"]
CHANGES.forEach((change) => document.addEventListener(change, soon))
pane.addEventListener("preview:open", refresh)
