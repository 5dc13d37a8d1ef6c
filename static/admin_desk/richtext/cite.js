// The dialog in which a source is found as one types, or a new one is made.
import { cited } from "./numbers.js"
import { sources, template } from "./page.js"

const PAUSE = 150 // ms between the last key and the search

const build = () => {
  const dialog = template.content.firstElementChild.cloneNode(true)
  const part = (name) => dialog.querySelector(`[data-part=${name}]`)
  document.body.append(dialog)
  return { dialog, term: part("term"), list: part("found"), said: part("said"), made: part("made"), add: part("add") }
}

const option = (source, number) => {
  const item = document.createElement("li")
  item.role = "option"
  item.id = `cite-${number}`
  const title = document.createElement("span")
  title.textContent = source.title
  const about = document.createElement("small")
  about.textContent = source.about
  item.append(title, about)
  return item
}

const withoutRepeating = (found) => {
  const ids = new Set()
  return found.filter(({ id }) => !ids.has(id) && ids.add(id))
}

// Resolves to the source that was chosen, or to nothing.
export const askForSource = () =>
  new Promise((resolve) => {
    const { dialog, term, list, said, made, add } = build()
    let shown = []
    let active = -1
    let search = new AbortController()
    let pause
    let isWaiting = false // for what was typed last
    let takesFirst = false // Enter was pressed meanwhile

    // At once, so that the very next key finds the text.
    const choose = (source) => {
      clearTimeout(pause)
      search.abort()
      dialog.close()
      dialog.remove()
      resolve(source)
    }

    const point = (to) => {
      active = shown.length ? (to + shown.length) % shown.length : -1
      ;[...list.children].forEach((item, index) => {
        item.ariaSelected = String(index === active)
      })
      const item = list.children[active]
      item?.scrollIntoView({ block: "nearest" })
      if (item) term.setAttribute("aria-activedescendant", item.id)
      else term.removeAttribute("aria-activedescendant")
    }

    const show = (found) => {
      shown = found
      isWaiting = false
      list.replaceChildren(...found.map(option))
      term.ariaExpanded = String(found.length > 0)
      said.textContent = found.length ? "" : said.dataset.none
      point(0)
      if (takesFirst && found.length) choose(found[0])
      takesFirst = false
    }

    const enter = () => {
      if (isWaiting) takesFirst = true
      else if (active >= 0) choose(shown[active])
    }

    const find = async () => {
      search.abort()
      search = new AbortController()
      const { signal } = search
      const wanted = term.value.trim()
      try {
        const found = await sources({ term: wanted }, signal)
        if (signal.aborted) return
        // What the text cites already is cited again more often than not.
        show(wanted ? found : withoutRepeating([...cited(), ...found]))
      } catch {
        if (signal.aborted) return
        show([])
        said.textContent = said.dataset.failed
      }
    }

    const keys = {
      ArrowDown: () => point(active + 1),
      ArrowUp: () => point(active - 1),
      Enter: enter,
    }

    term.addEventListener("input", () => {
      isWaiting = true
      search.abort() // its answer would be to something else
      clearTimeout(pause)
      pause = setTimeout(find, PAUSE)
      if (add) add.search = new URLSearchParams({ _popup: 1, title: term.value.trim() })
    })
    term.addEventListener("keydown", (event) => {
      if (event.isComposing || !keys[event.key]) return
      event.preventDefault()
      keys[event.key]()
    })
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]")
      if (item) choose(shown[[...list.children].indexOf(item)])
    })
    // Django's popup leaves here the key of what it made.
    window.django?.jQuery(made).on("change", async () => {
      const [source] = await sources({ id: made.value })
      if (source) choose(source)
    })
    dialog.addEventListener("click", (event) => {
      if (event.target.closest("[data-part=cancel]")) choose(null)
    })
    dialog.addEventListener("cancel", () => choose(null))
    dialog.showModal()
    term.focus()
    find()
  })
