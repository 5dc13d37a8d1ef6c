// The page in the pane: what changed is exchanged in place, so that nothing flashes or jumps.

import { fit } from "./fit.js"

const pane = document.getElementById("preview-pane")
const stage = pane.querySelector(".preview-stage")
const frame = stage.querySelector("iframe")

let waiting = null

const styles = (page) => [...page.querySelectorAll("link[rel=stylesheet]")].map((l) => l.href).join()
const isLoaded = () => Boolean(frame.contentDocument?.querySelector("main"))

const show = (html) => {
  if (frame.srcdoc && !isLoaded()) {
    waiting = html
    return
  }
  const next = new DOMParser().parseFromString(html, "text/html")
  if (!isLoaded() || styles(next) !== styles(frame.contentDocument)) {
    frame.srcdoc = html
    return
  }
  const page = frame.contentDocument
  page.documentElement.lang = next.documentElement.lang
  keepOpen(page, next)
  follow(fit(page.body, next.body))
}

// What was unfolded stays so.
const keepOpen = (page, next) => {
  const unfolded = [...page.querySelectorAll("details")]
  next.querySelectorAll("details").forEach((details, index) => {
    if (unfolded[index]) details.open = unfolded[index].open
  })
}

// Only where it is out of sight: the page does not move under somebody's eyes.
const follow = (changed) => {
  const element = changed?.nodeType === Node.ELEMENT_NODE ? changed : changed?.parentElement
  if (!element) return
  const { innerHeight, scrollY } = frame.contentWindow
  const { top, bottom, height } = element.getBoundingClientRect()
  const isSeen = top < innerHeight && bottom > 0
  if (!isSeen && height < innerHeight) frame.contentWindow.scrollTo(0, scrollY + top - innerHeight / 3)
}

const asked = new WeakMap()

// Readers have no switch: their system says it, and here the pane does.
const paint = (rules) => {
  for (const rule of rules) {
    if (rule.media && !asked.has(rule)) asked.set(rule, rule.media.mediaText)
    const scheme = /prefers-color-scheme:\s*(\w+)/.exec(asked.get(rule))?.[1]
    if (scheme) rule.media.mediaText = scheme === pane.dataset.scheme ? "all" : "not all"
    if (rule.cssRules) paint(rule.cssRules)
  }
}

const look = () => {
  const wide = Number(pane.dataset.width)
  const scale = Math.min(1, stage.clientWidth / wide)
  frame.style.width = `${wide}px`
  frame.style.height = `${stage.clientHeight / scale}px`
  frame.style.scale = String(scale)
  frame.style.marginInlineStart = `${Math.max(0, (stage.clientWidth - wide) / 2)}px`
  if (!isLoaded()) return
  for (const sheet of frame.contentDocument.styleSheets) paint(sheet.cssRules)
  frame.contentDocument.documentElement.style.colorScheme = pane.dataset.scheme
}

// Links lead out into a tab of their own, or to a place on the page.
const goTo = (event) => {
  const link = event.target.closest?.("a[href]")
  if (!link) return
  event.preventDefault()
  const address = link.getAttribute("href")
  if (!address.startsWith("#")) {
    window.open(link.href, "_blank", "noopener")
    return
  }
  const place = frame.contentDocument.getElementById(decodeURIComponent(address.slice(1)))
  if (place) frame.contentWindow.scrollBy(0, place.getBoundingClientRect().top)
}

frame.addEventListener("load", () => {
  if (!isLoaded()) return
  const page = frame.contentDocument
  page.addEventListener("click", goTo)
  page.addEventListener("auxclick", goTo)
  page.addEventListener("keydown", (event) => {
    const again = new KeyboardEvent("keydown", event)
    if (!document.dispatchEvent(again)) event.preventDefault()
  })
  look()
  pane.dataset.isShown = "yes"
  if (waiting) show(waiting)
  waiting = null
})

pane.addEventListener("preview:page", ({ detail }) => show(detail))
pane.addEventListener("preview:look", look)
new ResizeObserver(look).observe(stage)
