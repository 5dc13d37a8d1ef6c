// The tools of the rich text editor in the person's language, with their keys: its own names are
// English alone. The words come from Django's catalogue for scripts, as those of its dialogs do.
"use strict"

{
  const mac = navigator.platform.startsWith("Mac")
  const gettext = window.gettext ?? ((words) => words)

  // By what the editor calls them; only headings of level 3 stand within a text.
  const TOOLS = {
    "bold": [gettext("Bold"), "Control+B"],
    "italic": [gettext("Italic"), "Control+I"],
    "subscript": [gettext("Subscript"), "Control+,"],
    "superscript": [gettext("Superscript"), "Control+."],
    "insert link": [gettext("Link"), "Control+K"],
    "remove link": [gettext("Remove the link")],
    "unordered list": [gettext("Bulleted list"), "Control+Shift+8"],
    "ordered list": [gettext("Numbered list"), "Control+Shift+7"],
    "blockquote": [gettext("Quotation"), "Control+Shift+B"],
    "heading 3": [gettext("Heading"), "Control+Alt+3"],
    "paragraph": [gettext("Paragraph"), "Control+Alt+0"],
    "undo": [gettext("Undo"), "Control+Z"],
    "redo": [gettext("Redo"), "Control+Shift+Z"],
  }

  const onThisMachine = (keys) => keys.replace("Control+", mac ? "⌘" : "Ctrl+")

  const nameTool = (button) => {
    const [name, keys] = TOOLS[button.title.toLowerCase()] ?? []
    if (!name) return
    button.ariaLabel = name
    button.title = keys ? `${name} (${onThisMachine(keys)})` : name
    if (keys) button.setAttribute("aria-keyshortcuts", mac ? keys.replace("Control", "Meta") : keys)
  }

  const nameOption = (words) => {
    const [name] = TOOLS[words.textContent.toLowerCase()] ?? []
    if (name && name !== words.textContent) words.textContent = name
  }

  const name = (bar) => {
    bar.querySelectorAll(".prose-menubar__button[title]").forEach(nameTool)
    bar.querySelectorAll(".prose-menubar__option > *").forEach(nameOption)
  }

  // What the caret stands in is shown by ever new buttons.
  document.addEventListener("editor-tools:made", ({ target: bar }) => {
    new MutationObserver(() => name(bar)).observe(bar, { subtree: true, childList: true })
    name(bar)
  })
}
