// Lists that word processors write as paragraphs with bullets in them, or as one list for each
// item, become lists that nest.

const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/i
const HIDDEN_MARKER = "[style*='mso-list:Ignore' i]"
// What an item begins with where its marker is not set apart. In other paragraphs, only what is
// never a word or a sign of its own is a bullet.
const BULLET = /^\s*(?:[·•▪◦‣⁃●○■□§\uf0a7\uf0b7]|[o-](?=\s{2}))\s*/
const NUMBER = /^\s*\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]\s+/i
const SURE_BULLET = /^\s*[·•▪◦‣⁃]\s+/
const NUMBERED = /^\s*\(?(?:\p{N}+|\p{L}{1,6}(?=[.)、．]))/u

// What a paragraph begins with that stands for an item of a list.
const markerOf = (paragraph) => {
  const hidden = paragraph.querySelector(HIDDEN_MARKER)
  if (hidden) return hidden.textContent
  const isItem = LEVEL.test(paragraph.getAttribute("style")) || isListParagraph(paragraph)
  const forms = isItem ? [BULLET, NUMBER] : [SURE_BULLET]
  return forms.map((form) => form.exec(paragraph.textContent)?.[0]).find(Boolean)
}

const isListParagraph = (paragraph) => /^MsoListParagraph/i.test(paragraph.className)

const itemOf = (paragraph) => {
  const marker = markerOf(paragraph)
  if (!marker) return null
  const level = LEVEL.exec(paragraph.getAttribute("style"))?.[1] ?? 1
  return { marker, level: Number(level), tag: NUMBERED.test(marker) ? "ol" : "ul" }
}

const cut = (node, length) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  for (let text = walker.nextNode(); text && length > 0; text = walker.nextNode()) {
    const part = Math.min(length, text.data.length)
    text.data = text.data.slice(part)
    length -= part
  }
}

const withoutMarker = (paragraph, marker) => {
  const hidden = paragraph.querySelector(HIDDEN_MARKER)
  if (hidden) hidden.remove()
  else cut(paragraph, marker.length)
  return paragraph.childNodes
}

// One list after another, each item where its level says; a level that was left out is not made up.
class Lists {
  open = []

  add(content, { level, tag }, before) {
    this.open.length = Math.min(this.open.length, level)
    const depth = Math.min(level, this.open.length + 1)
    if (this.open[depth - 1]?.localName !== tag) this.begin(tag, depth, before)
    const item = document.createElement("li")
    item.append(...content)
    this.open[depth - 1].append(item)
  }

  begin(tag, depth, before) {
    const list = document.createElement(tag)
    this.open.length = depth - 1
    const holder = this.open[depth - 2]?.lastElementChild
    if (holder) holder.append(list)
    else before.before(list)
    this.open.push(list)
  }

  end() {
    this.open = []
  }
}

const readParagraphs = (body) => {
  const made = new Lists()
  for (const paragraph of [...body.querySelectorAll("p")]) {
    const item = paragraph.closest("li, td, th") ? null : itemOf(paragraph)
    if (!item) {
      if (paragraph.textContent.trim()) made.end()
      continue
    }
    made.add(withoutMarker(paragraph, item.marker), item, paragraph)
    paragraph.remove()
  }
}

// Word in a browser: a list for each item, the level an attribute of it.
const readWrappers = (body) => {
  const made = new Lists()
  let last = null
  for (const wrapper of [...body.querySelectorAll(".ListContainerWrapper")]) {
    if (wrapper.previousElementSibling !== last) made.end()
    for (const item of [...wrapper.querySelectorAll("li")]) {
      const level = Number(item.getAttribute("data-aria-level") ?? 1)
      made.add(item.childNodes, { level, tag: item.parentNode.localName }, wrapper)
    }
    const before = wrapper.previousElementSibling
    wrapper.remove()
    last = before
  }
}

// A list that stands in a list belongs to the item before it.
const nest = (body) => {
  for (const list of [...body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")]) {
    list.previousElementSibling?.append(list)
  }
}

export const lists = (body) => {
  readWrappers(body)
  readParagraphs(body)
  nest(body)
  body.querySelectorAll(HIDDEN_MARKER).forEach((marker) => marker.remove())
}
