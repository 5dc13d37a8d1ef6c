// What the server says about each type of block, in the menu that it wrote.

export const prefixOf = (block) => block.id.replace(/-\d+$/, "")

const types = () => document.getElementById("block-menu").content

const typeOf = (block) => types().querySelector(`[data-prefix="${prefixOf(block)}"]`)

const named = (list) => list.split(" ").filter(Boolean)

export const nameOf = (block) => typeOf(block).querySelector(".name").textContent

// Fields of which readers read the words.
export const wordsOf = (block) => named(typeOf(block).dataset.words)

// Fields that a copy has for itself.
export const ownOf = (block) => named(typeOf(block).dataset.own)

// The fields of a block by their names in its form: several share one in a group of boxes.
export const fieldsOf = (block) => {
  const start = `${prefixOf(block)}-`.length
  const controls = [...block.querySelectorAll("input[name], select[name], textarea[name]")]
  return Map.groupBy(controls, (field) => field.name.slice(start).replace(/^\d+-/, ""))
}
