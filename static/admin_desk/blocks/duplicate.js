// A copy of a block right below it, with everything typed into it, saved or not.
import { add } from "blocks/add"
import { announcePlace } from "blocks/move"
import { blockOf } from "blocks/order"
import { onTool } from "blocks/tools"
import { fieldsOf, ownOf, prefixOf } from "blocks/types"

// Options that were searched for are in the select of the original alone.
const choose = (select, chosen) => {
  for (const option of chosen) {
    const same = [...select.options].find(({ value }) => value === option.value)
    const own = same ?? select.appendChild(option.cloneNode(true))
    own.selected = true
  }
}

const copyField = (from, to) => {
  if (from.localName === "select") choose(to, from.selectedOptions)
  else if (["checkbox", "radio"].includes(from.type)) to.checked = from.checked
  else if (from.type !== "file") to.value = from.value
}

const fill = (row, block) => {
  const targets = fieldsOf(row)
  const own = ownOf(block)
  for (const [name, fields] of fieldsOf(block)) {
    if (own.includes(name)) continue
    fields.forEach((field, index) => {
      const target = targets.get(name)?.[index]
      if (target) copyField(field, target)
    })
  }
}

const duplicate = (block) => {
  const copy = add(prefixOf(block), after(block), (row) => fill(row, block))
  if (copy) announcePlace("duplicated", copy)
}

const after = (block) => blockOf(block.nextElementSibling)

export const startDuplicating = () => onTool("duplicate", duplicate)
