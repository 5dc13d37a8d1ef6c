// Deleting leaves a line that takes it back, until the draft is saved.
import { blocks, isDeleted, markDeleted, orderingOf, tell } from "blocks/order"
import { fromTemplate, text } from "blocks/speech"
import { label } from "blocks/fold"
import { onTool, toolOf } from "blocks/tools"
import { nameOf } from "blocks/types"

// Django gives stored rows a box to tick, new ones none. Its way of removing these at once
// would number all rows by their places in the document, and stored rows must come first.
const box = (block) => {
  const name = orderingOf(block).name.replace(/ordering$/, "DELETE")
  return block.querySelector(`input[name="${name}"]`) ?? block.appendChild(newBox(name))
}

const newBox = (name) =>
  Object.assign(document.createElement("input"), { type: "checkbox", name, hidden: true })

const shown = (block) => {
  const line = fromTemplate("block-deleted")
  const about = block.querySelector(":scope > h3 .inline_label").textContent
  const named = about ? `${nameOf(block)} “${about}”` : nameOf(block)
  line.querySelector("span").textContent = text("deleted", { block: named })
  block.append(line)
  return line
}

const erase = (block) => {
  label(block)
  const line = shown(block)
  markDeleted(block, true)
  box(block).checked = true
  return line
}

const restore = (block, button) => {
  button.closest(".block-deleted").remove()
  markDeleted(block, false)
  box(block).checked = false
  tell(block)
  toolOf(block, "delete").focus()
}

export const startDeleting = () => {
  // The form came back with errors.
  blocks().filter((block) => box(block).checked && !isDeleted(block)).forEach(erase)
  onTool("delete", (block) => {
    const line = erase(block)
    tell(block)
    line.querySelector("button").focus()
  })
  onTool("restore", restore)
}
