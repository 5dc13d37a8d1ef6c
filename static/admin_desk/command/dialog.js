// The dialog: a combobox over actions, which the page knows, and titles, which the server finds.

import { asker } from "./answers.js"
import { narrow, optionFor, optionsOf } from "./options.js"

const PAUSE = 150

export const dialogOf = (template) => {
  const dialog = template.content.querySelector("dialog").cloneNode(true)
  document.body.append(dialog)
  const box = dialog.querySelector("[role=combobox]")
  const list = dialog.querySelector("[role=listbox]")
  const actions = dialog.querySelector(".command-actions")
  const titles = dialog.querySelector(".command-found")
  const said = dialog.querySelector(".command-said")
  const options = optionsOf(box, list)
  const { ask, forget } = asker(dialog.dataset.asks)
  let timer = null
  let isAsking = false
  // Enter came before the answer: the answer's first title is what was meant.
  let isAwaited = false

  const go = (option, inNewTab) => {
    const { form, url } = option.dataset
    dialog.close()
    if (form) document.getElementById(form).requestSubmit()
    else if (inNewTab) window.open(url, "_blank", "noopener")
    else location.assign(url)
  }

  const allOf = (words) => {
    const url = new URL(dialog.dataset.find, location)
    url.searchParams.set("q", words)
    return { url, html: dialog.querySelector("template").innerHTML }
  }

  const show = (found, words) => {
    isAsking = false
    const results = [...(found.results ?? []), ...(found.more ? [allOf(words)] : [])]
    titles.replaceChildren(...results.map(optionFor))
    titles.inert = false
    said.textContent = found.said ?? dialog.dataset.failed
    if (!options.active()) options.first()
    if (isAwaited && options.active()) go(options.active())
    isAwaited = false
  }

  const look = async (words) => {
    const found = await ask(words)
    if (found) show(found, words)
  }

  // What was found for other words is seen until the answer comes, but nobody can choose it.
  const typed = () => {
    clearTimeout(timer)
    forget()
    const words = box.value.trim()
    isAwaited = false
    isAsking = words !== ""
    titles.inert = true
    if (!words) titles.replaceChildren()
    said.textContent = words ? dialog.dataset.searching : dialog.dataset.hint
    narrow(actions, words)
    options.first()
    if (words) timer = setTimeout(look, PAUSE, words)
  }

  const keys = {
    ArrowDown: () => options.step(1),
    ArrowUp: () => options.step(-1),
    Enter: ({ ctrlKey, metaKey }) => {
      if (options.active()) go(options.active(), ctrlKey || metaKey)
      else isAwaited = isAsking
    },
  }

  box.addEventListener("input", typed)
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || !keys[event.key]) return
    event.preventDefault()
    keys[event.key](event)
  })
  // The box keeps the focus while the mouse is in the list.
  list.addEventListener("mousedown", (event) => event.preventDefault())
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]")
    if (option && !option.closest("[inert]")) go(option, event.ctrlKey || event.metaKey)
  })
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close())
  dialog.addEventListener("close", () => {
    clearTimeout(timer)
    forget()
  })

  const open = () => {
    box.value = ""
    typed()
    dialog.showModal()
    list.scrollTop = 0
  }

  return { toggle: () => (dialog.open ? dialog.close() : open()) }
}
