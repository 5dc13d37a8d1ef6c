// What is pasted from word processors, web pages and plain text becomes what a text may hold. The
// server cleans again whatever is saved.
import { Extension, pm } from "django-prose-editor/editor"

import { cleaned } from "./pasted.js"

// Blank lines part paragraphs; other line ends are kept.
const paragraphs = (text) => {
  const body = document.createElement("div")
  for (const paragraph of text.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n\s*/)) {
    if (!paragraph.trim()) continue
    const lines = paragraph.split("\n").filter((line) => line.trim())
    const element = document.createElement("p")
    element.append(...lines.flatMap((line, at) => (at ? [document.createElement("br"), line] : [line])))
    body.append(element)
  }
  return body
}

const readText = (text, $context, _plain, view) =>
  pm.model.DOMParser.fromSchema(view.state.schema).parseSlice(paragraphs(text), { context: $context })

export const CleanPaste = Extension.create({
  name: "cleanPaste",

  transformPastedHTML: cleaned,

  addProseMirrorPlugins() {
    return [new pm.state.Plugin({ props: { clipboardTextParser: readText } })]
  },
})
