// The numbers of the notes: by order of first appearance in the whole form, the same source always
// the same, as on the page that readers get.
import { sources, words } from "./page.js"

const known = new Map() // what is known of each source, by id; null where it is gone
const asked = new Set()
let due = false

const isKept = (note) => {
  const row = note.closest(".inline-related")
  return !row?.querySelector("input[type=checkbox][name$='-DELETE']")?.checked
}

const notes = () => [...document.querySelectorAll(".ProseMirror .note")].filter(isKept)

const label = (source) =>
  source ? [source.title, source.about].filter(Boolean).join(" · ") : words?.gone ?? ""

const show = () => {
  due = false
  const numbers = new Map()
  for (const note of notes()) {
    const id = note.dataset.source
    const isGone = known.get(id) === null
    if (!isGone && !numbers.has(id)) numbers.set(id, numbers.size + 1)
    note.textContent = isGone ? "?" : numbers.get(id)
    note.classList.toggle("gone", isGone)
    note.title = known.has(id) ? label(known.get(id)) : ""
  }
  ask([...new Set(notes().map((note) => note.dataset.source))].filter((id) => !asked.has(id)))
}

const ask = async (ids) => {
  if (!words || !ids.length) return
  ids.forEach((id) => asked.add(id))
  try {
    const found = await sources(ids.map((id) => ["id", id]))
    ids.forEach((id) => known.set(id, null))
    found.forEach((source) => known.set(String(source.id), source))
    renumber()
  } catch {
    // Without their titles the notes still have their numbers; the next change asks again.
    ids.forEach((id) => asked.delete(id))
  }
}

export const tell = (source) => {
  asked.add(String(source.id))
  known.set(String(source.id), source)
}

export const cited = () => {
  const ids = new Set(notes().map((note) => note.dataset.source))
  return [...ids].map((id) => known.get(id)).filter(Boolean)
}

export const renumber = () => {
  if (due) return
  due = true
  requestAnimationFrame(show)
}

// Texts change, blocks move and go.
document.addEventListener("input", renumber)
document.addEventListener("change", renumber)
const blocks = document.querySelector(".order-machine")
if (blocks) new MutationObserver(renumber).observe(blocks, { childList: true })
