// The options of the dialog: which are shown, and which one Enter would take.

export const optionsOf = (box, list) => {
  const shown = () => [...list.querySelectorAll("[role=option]:not([hidden], [inert] *)")]
  const active = () => list.querySelector("[aria-selected=true]")

  const activate = (option) => {
    active()?.setAttribute("aria-selected", "false")
    if (!option) return box.removeAttribute("aria-activedescendant")
    option.setAttribute("aria-selected", "true")
    option.scrollIntoView({ block: "nearest" })
    box.setAttribute("aria-activedescendant", option.id)
  }

  const first = () => activate(shown()[0])

  // Past the last one begins again, as menus do.
  const step = (by) => {
    const all = shown()
    const from = all.indexOf(active())
    activate(all.at((from + by + (from < 0 && by < 0 ? 1 : 0) + all.length) % all.length))
  }

  return { active, activate, first, step }
}

export const optionFor = (result, number) => {
  const option = document.createElement("div")
  option.id = `command-found-${number}`
  option.role = "option"
  option.ariaSelected = "false"
  option.dataset.url = result.url
  option.innerHTML = result.html
  return option
}

// Japanese and Korean put no spaces where one begins to type; in Latin script a word begins one.
const places = (word) => (/^\p{Script=Latin}/u.test(word) ? ` ${word}` : word)

// Every word that was typed is in what the action is called.
export const narrow = (actions, typed) => {
  const words = typed.toLocaleLowerCase().split(/\s+/).map(places)
  for (const action of actions.children) {
    const name = ` ${action.textContent.trim().toLocaleLowerCase()}`
    action.hidden = typed !== "" && !words.every((word) => name.includes(word))
  }
}
