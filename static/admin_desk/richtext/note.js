// A note: the place in a text where a source is cited. The server keeps it as an empty element
// that names the source; here it shows its number.
import { Node } from "django-prose-editor/editor"

import { askForSource } from "./cite.js"
import { words } from "./page.js"
import { renumber, tell } from "./numbers.js"

const SOURCE = /^[1-9][0-9]{0,17}$/

// In place of the note that is selected, else after what is selected.
const place = ({ from, to, node }) => (node?.type.name === "note" ? { from, to } : to)

const cite = async (editor) => {
  const { selection } = editor.state
  const found = await askForSource()
  // The browser puts the caret at the start of a text that it leads back to.
  editor.commands.setTextSelection(selection)
  if (found) {
    tell(found)
    const note = { type: "note", attrs: { source: String(found.id) } }
    editor.commands.insertContentAt(place(selection), note)
  }
  editor.view.focus()
}

export const Note = Node.create({
  name: "note",
  group: "inline",
  inline: true,
  atom: true,

  addAttributes() {
    return {
      source: {
        default: null,
        parseHTML: (element) => element.dataset.source,
        renderHTML: ({ source }) => ({ "data-source": source }),
      },
    }
  },

  parseHTML() {
    const getAttrs = (element) => SOURCE.test(element.dataset.source) && null
    return [{ tag: "span[data-source]", getAttrs }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["span", HTMLAttributes]
  },

  renderText: () => "",

  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement("sup")
      dom.className = "note"
      dom.dataset.source = node.attrs.source
      renumber()
      // What it shows is not what is kept.
      return { dom, ignoreMutation: () => true }
    }
  },

  addMenuItems({ menu, buttons }) {
    if (!words) return
    menu.defineItem({
      name: "note",
      groups: "link",
      button: buttons.text("[1]", words.cite),
      active: (editor) => editor.isActive("note"),
      command: cite,
    })
  },

  addKeyboardShortcuts() {
    return words ? { "Mod-Alt-f": ({ editor }) => (cite(editor), true) } : {}
  },
})
