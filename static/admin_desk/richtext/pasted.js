// Foreign markup, read for what it means: headings, lists, links and emphasis stay, the rest goes.
import { lists } from "./pasted_lists.js"
import { leadsAway, target } from "./pasted_links.js"

// What a clipboard of this editor bears: it is clean, and holds notes.
const OURS = /\sdata-pm-slice=/

const NEVER = [
  "style, script, meta, link, title, template, noscript, iframe, object, embed, button, select",
  "img, picture, svg, video, audio, canvas, math, hr, del",
  // Word: comments and the notes at the foot, with the marks that lead there
  "[class^='MsoComment' i], [style*='mso-element:comment' i], [style*='mso-element:footnote' i]",
  "[style*='mso-element:endnote' i], [style*='mso-hide:all' i]",
  "[style*='display:none' i], [style*='display: none' i]",
  ".msocomtxt, .msocomanchor, .MsoFootnoteReference, .MsoEndnoteReference",
  "a:is([href*='#_ftn'], [href*='#_edn'], [href*='#_msocom'])",
  // Word in a browser, LibreOffice, Google Docs, encyclopaedias, and pages of this site
  ".FootnoteReference, .EndnoteReference, .CommentReference, [class*='CommentHighlight'][role]",
  ".sdfootnoteanc, .sdendnoteanc, [id^='sdfootnote'], [id^='sdendnote'], .sdfootnotesym",
  "a:is([href*='#ftnt'], [href*='#cmnt']), sup.reference, .mw-editsection, sup.note, .visually-hidden",
].join(",")

const CELLS = "td, th, caption, dt, dd, summary, figcaption, address, pre"
const HEADINGS = "h1, h2, h4, h5, h6, [role=heading], p:is(.MsoTitle, .MsoSubtitle, .MsoHeading7)"
const TABLES = "table, thead, tbody, tfoot, tr, colgroup, col"
const BLOCKS = "p, div, h3, ul, ol, li, blockquote, section, article, header, footer, main, aside"

const all = (body, selector) => [...body.querySelectorAll(selector)]
const unwrap = (element) => element.replaceWith(...element.childNodes)
const isEmpty = (element) => !element.textContent.trim() && !element.querySelector("br")

const rename = (element, tag) => {
  const renamed = document.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

const takeOut = (body) => {
  const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT)
  for (let node = comments.nextNode(); node; node = comments.nextNode()) node.remove()
  all(body, NEVER).forEach((element) => element.remove())
  // The white space that Word and browsers write out.
  all(body, "[style*='mso-spacerun' i], .Apple-converted-space").forEach((e) => e.replaceWith(" "))
  all(body, ".EOP").forEach((element) => element.remove())
}

// Emphasis is written as styles, and taken back by styles. What it is on a whole heading or block
// is how that looks, not what it means.
const emphasis = ({ style, localName }) => {
  const weight = style.fontWeight
  const isBold = weight === "bold" || weight === "bolder" || weight >= 600
  const isNamedBold = (localName === "b" || localName === "strong") && !weight
  const isNamedItalic = ["i", "em", "cite", "dfn"].includes(localName) && !style.fontStyle
  const isItalic = ["italic", "oblique"].includes(style.fontStyle)
  const marks = []
  if (isBold || isNamedBold) marks.push("strong")
  if (isItalic || isNamedItalic) marks.push("em")
  if (style.verticalAlign === "super" || localName === "sup") marks.push("sup")
  if (style.verticalAlign === "sub" || localName === "sub") marks.push("sub")
  return marks
}

const INLINE = "b, strong, i, em, cite, dfn, sup, sub, span, font, u, s, del, ins, small, mark"

const mark = (body) => {
  for (const element of all(body, INLINE).reverse()) {
    const marks = element.querySelector(BLOCKS) ? [] : emphasis(element)
    for (const tag of marks) {
      const inner = document.createElement(tag)
      inner.append(...element.childNodes)
      element.append(inner)
    }
    unwrap(element)
  }
}

const link = (body) => {
  for (const anchor of all(body, "a")) {
    const href = target(anchor.getAttribute("href") ?? "")
    if (leadsAway(href)) anchor.setAttribute("href", href)
    else unwrap(anchor)
  }
}

const head = (body) => {
  for (const found of all(body, HEADINGS)) {
    const heading = rename(found, "h3")
    all(heading, "strong").forEach((bold) => {
      if (bold.textContent.trim() === heading.textContent.trim()) unwrap(bold)
    })
  }
}

const settleBlocks = (body) => {
  all(body, CELLS).forEach((cell) => rename(cell, cell.querySelector(BLOCKS) ? "div" : "p"))
  all(body, TABLES).forEach(unwrap)
  // Between blocks, and at the end of one, a break is a way to make room.
  for (const br of all(body, "br")) {
    const siblings = [...br.parentNode.children]
    const isLast = !br.nextSibling || (!br.nextElementSibling && !br.nextSibling.textContent.trim())
    if (isLast || siblings.some((sibling) => sibling.matches(BLOCKS))) br.remove()
  }
  all(body, "p, div, h3, li, ul, ol, blockquote").reverse().forEach((block) => {
    if (isEmpty(block)) block.remove()
  })
}

const strip = (body) => {
  for (const element of all(body, "*")) {
    for (const { name } of [...element.attributes]) {
      if (!(element.localName === "a" && name === "href")) element.removeAttribute(name)
    }
  }
}

export const cleaned = (html) => {
  if (OURS.test(html)) return html
  const { body } = new DOMParser().parseFromString(html, "text/html")
  lists(body) // while the marks of the items are still there
  takeOut(body)
  all(body, "*").filter((e) => e.localName.includes(":")).forEach(unwrap)
  mark(body)
  link(body)
  head(body)
  settleBlocks(body)
  strip(body)
  return body.innerHTML
}
