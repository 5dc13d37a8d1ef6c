// Open comments show at what they are about: at a field, or in the header of a block.
const counts = JSON.parse(document.getElementById("open-comments").textContent)

const link = (count) => {
  const made = document.getElementById("open-comment").content.firstElementChild.cloneNode(true)
  const { one, many } = made.dataset
  made.textContent = count === 1 ? one : many.replace("%s", count)
  // In a block's header content-editor takes every click for one that folds the block.
  made.addEventListener("click", (event) => event.stopPropagation())
  return made
}

// A place is a field's name, or type and row ("section:12").
const headerOf = (place) => {
  const [type, row] = place.split(":")
  if (!row) return document.querySelector(`.form-row.field-${CSS.escape(type)} label`)?.parentElement
  const key = document.querySelector(
    `input[name*="${CSS.escape(type)}_set-"][name$="-id"][value="${CSS.escape(row)}"]`,
  )
  return key?.closest(".inline-related")?.querySelector("h3")
}

Object.entries(counts).forEach(([place, count]) => place && headerOf(place)?.append(link(count)))
