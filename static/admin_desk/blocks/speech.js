// Words for people: from the page, where Django translated them.

const texts = () => document.getElementById("block-texts").dataset

export const text = (name, values = {}) =>
  texts()[name].replace(/\[(\w+)\]/g, (_all, key) => values[key])

// Heard by screen readers, seen by nobody.
export const announce = (name, values) => {
  document.getElementById("block-news").textContent = text(name, values)
}

export const fromTemplate = (id) =>
  document.getElementById(id).content.firstElementChild.cloneNode(true)

// The plain words of a field, whatever it is.
export const wordsIn = (field) => {
  if (field.localName === "select") {
    return [...field.selectedOptions].filter((o) => o.value).map((o) => o.text).join(", ")
  }
  const card = field.closest(".picker-card")
  if (card) return card.querySelector(".choice-label")?.textContent ?? ""
  return field.localName === "textarea" ? plain(field.value) : field.value
}

// Without a space between paragraphs their words would grow together.
const plain = (html) => {
  const body = new DOMParser().parseFromString(html, "text/html").body
  body.querySelectorAll("p, li, h3, br").forEach((part) => part.after(" "))
  return body.textContent
}
