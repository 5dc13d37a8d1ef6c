// Search as you type: a combobox with a list of results, as the ARIA practices describe it.
"use strict"

{
  const PAUSE = 200
  const BOX = ".picker-search input"

  const list = document.createElement("ul")
  list.id = "picker-results"
  list.role = "listbox"
  const said = document.createElement("p")
  said.className = "picker-said"
  said.role = "status"
  const popup = document.createElement("div")
  popup.className = "picker-popup"
  popup.hidden = true
  popup.append(list, said)

  // One list serves all pickers; it stands below the box that is searched in.
  let box = null
  let page = 1
  let more = false
  let asked = 0
  let timer = null

  const words = () => document.getElementById("picker-words").dataset
  const options = () => [...list.children]
  const active = () => list.querySelector("[aria-selected=true]")

  const activate = (option) => {
    active()?.setAttribute("aria-selected", "false")
    if (!option) return box.removeAttribute("aria-activedescendant")
    option.setAttribute("aria-selected", "true")
    option.scrollIntoView({ block: "nearest" })
    box.setAttribute("aria-activedescendant", option.id)
  }

  const option = (result) => {
    const element = document.createElement("li")
    element.id = `picker-result-${list.children.length}`
    element.role = "option"
    element.ariaSelected = "false"
    element.innerHTML = result.html
    element.result = result
    return element
  }

  const addressOf = (number) => {
    const address = new URL(box.closest(".picker").dataset.choices, location)
    const language = box.form.elements.language?.value
    address.searchParams.set("q", box.value.trim())
    address.searchParams.set("page", number)
    if (language) address.searchParams.set("language", language)
    return address
  }

  // Only the answer to what was asked last counts.
  const ask = async (number) => {
    const mine = ++asked
    const answer = await fetch(addressOf(number)).catch(() => null)
    const found = answer?.ok ? await answer.json() : null
    if (mine !== asked || !box) return
    if (number === 1) list.replaceChildren()
    found?.results.forEach((result) => list.append(option(result)))
    page = number
    more = found?.more ?? false
    said.textContent = found ? found.said : words().failed
  }

  const open = () => {
    if (popup.hidden) {
      list.replaceChildren()
      said.textContent = words().searching
      list.ariaLabel = box.ariaLabel
      box.after(popup)
      popup.hidden = false
      box.setAttribute("aria-controls", list.id)
      box.ariaExpanded = "true"
    }
    activate(null)
    return ask(1)
  }

  const close = () => {
    clearTimeout(timer)
    asked += 1
    popup.hidden = true
    if (!box) return
    activate(null)
    list.replaceChildren()
    box.ariaExpanded = "false"
    box.removeAttribute("aria-controls")
  }

  const choose = (chosen) => {
    const from = box
    close()
    from.value = ""
    from.dispatchEvent(new CustomEvent("picker:picked", { bubbles: true, detail: chosen.result }))
  }

  const step = async (by) => {
    if (popup.hidden) return open()
    const all = options()
    const to = all.indexOf(active()) + by
    if (to >= all.length && more) await ask(page + 1)
    activate(options()[Math.max(-1, Math.min(to, options().length - 1))])
  }

  const leave = () => {
    const from = box
    close()
    from.value = ""
    from.dispatchEvent(new CustomEvent("picker:left", { bubbles: true }))
  }

  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => active() && choose(active()),
    Escape: () => (popup.hidden ? leave() : close()),
  }

  document.addEventListener("focusin", (event) => {
    if (event.target.matches(BOX)) box = event.target
  })

  document.addEventListener("focusout", (event) => {
    if (event.target === box) close()
  })

  document.addEventListener("input", (event) => {
    if (!event.target.matches(BOX)) return
    clearTimeout(timer)
    timer = setTimeout(open, PAUSE)
  })

  // Enter never sends the form from here, nor while an input method is composing a word.
  document.addEventListener("keydown", (event) => {
    if (!event.target.matches?.(BOX) || event.isComposing) return
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  })

  document.addEventListener("click", (event) => {
    if (event.target.matches(BOX) && popup.hidden) open()
  })

  // The box keeps the focus while the mouse is in the list.
  popup.addEventListener("mousedown", (event) => event.preventDefault())
  list.addEventListener("click", (event) => choose(event.target.closest("[role=option]")))
  list.addEventListener("scroll", () => {
    const end = list.scrollHeight - list.clientHeight - list.scrollTop
    if (more && end < 40) {
      more = false
      ask(page + 1)
    }
  })
}
