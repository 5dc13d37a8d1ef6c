// The menu of block types: arrows move, letters jump, Escape gives the focus back.
import { fromTemplate } from "blocks/speech"

const items = (menu) => [...menu.querySelectorAll("[role=menuitem]")]

const neighbour = (menu, step) => {
  const all = items(menu)
  const at = all.indexOf(document.activeElement)
  return all[(at + step + all.length) % all.length]
}

// The next one that begins with the letter, from the one in focus on.
const startingWith = (menu, letter) => {
  const all = items(menu)
  const at = all.indexOf(document.activeElement) + 1
  const name = (item) => item.querySelector(".name").textContent.trim().toLowerCase()
  return [...all.slice(at), ...all.slice(0, at)].find((item) => name(item).startsWith(letter))
}

const target = (menu, { key, ctrlKey, metaKey }) => {
  if (key === "ArrowDown") return neighbour(menu, 1)
  if (key === "ArrowUp") return neighbour(menu, -1)
  if (key === "Home") return items(menu).at(0)
  if (key === "End") return items(menu).at(-1)
  const isLetter = key.length === 1 && key !== " " && !ctrlKey && !metaKey
  return isLetter ? startingWith(menu, key.toLowerCase()) : null
}

const listen = (menu, choose, leave) => {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return leave()
    const item = target(menu, event)
    if (!item) return
    event.preventDefault()
    item.focus()
  })
  menu.addEventListener("click", (event) => {
    const item = event.target.closest("[role=menuitem]")
    if (item) choose(item.dataset.prefix)
  })
}

// At most one menu is open.
let close = () => {}

const closer = (menu, opener, listening) => () => {
  listening.abort()
  opener.ariaExpanded = "false"
  menu.remove()
}

// Below the plus of a gap, with the focus on its first item; gone when the focus goes elsewhere.
export const toggleMenu = (gap, back, choose) => {
  const opener = gap.querySelector("button")
  if (opener.ariaExpanded === "true") return close()
  const menu = fromTemplate("block-menu")
  const listening = new AbortController()
  close = closer(menu, opener, listening)
  const left = ({ relatedTarget }) => gap.contains(relatedTarget) || close()
  gap.addEventListener("focusout", left, { signal: listening.signal })
  listen(menu, choose, () => {
    back.focus()
    close()
  })
  opener.after(menu)
  opener.ariaExpanded = "true"
  items(menu)[0].focus({ preventScroll: true })
  menu.scrollIntoView({ block: "nearest" })
}
