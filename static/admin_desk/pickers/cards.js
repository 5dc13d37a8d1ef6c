// What a picker holds: a hidden input and the card that shows it. Whoever sets the input and fires
// `change` on it gets the card of what it holds; rows may be copied, cards and all.
"use strict"

{
  const $ = django.jQuery
  const words = () => document.getElementById("picker-words").dataset
  const part = (within, name) => within.querySelector(`.picker-${name}`)
  const valueOf = (card) => card.querySelector("input[type=hidden]")

  const show = (card, { html, url, id }) => {
    part(card, "choice").innerHTML = html
    part(card, "choice").dataset.shows = id
    const link = part(card, "open")
    link.hidden = !url
    if (url) link.href = url
  }

  const tellGone = (card, id) => {
    const gone = document.createElement("span")
    gone.className = "choice-gone"
    gone.textContent = words().gone
    show(card, { html: gone.outerHTML, url: "", id })
  }

  // The search box gives way to what was chosen, unless several can be.
  const arrange = (picker) => {
    if ("many" in picker.dataset) return
    const card = part(picker, "card")
    const chosen = valueOf(card).value !== ""
    card.hidden = !chosen
    part(picker, "search").hidden = chosen
  }

  // What is shown elsewhere on the page need not be asked for, as when a block is duplicated.
  const shownElsewhere = (picker, id) => {
    const pickers = document.querySelectorAll(`[data-choices="${picker.dataset.choices}"]`)
    const shown = [...pickers].flatMap((one) => [...one.querySelectorAll(".picker-choice")])
    const same = shown.find((choice) => choice.dataset.shows === id)
    return same && { html: same.innerHTML, url: part(same.parentElement, "open").href, id }
  }

  const load = async (picker, card) => {
    const id = valueOf(card).value
    const known = shownElsewhere(picker, id)
    if (known) return show(card, known)
    const address = new URL(picker.dataset.choices, location)
    address.searchParams.set("id", id)
    const answer = await fetch(address).catch(() => null)
    if (!answer || valueOf(card).value !== id) return
    const results = answer.ok ? (await answer.json()).results : []
    results.length ? show(card, results[0]) : tellGone(card, id)
  }

  const set = (picker, card, value) => {
    valueOf(card).value = value
    arrange(picker)
    valueOf(card).dispatchEvent(new Event("change", { bubbles: true }))
  }

  const addCard = (picker) => {
    const card = picker.querySelector("template").content.firstElementChild.cloneNode(true)
    card.hidden = false
    part(picker, "search").before(card)
    return card
  }

  const isChosen = (picker, id) =>
    [...picker.querySelectorAll(".picker-card")].some((card) => valueOf(card).value === id)

  document.addEventListener("picker:picked", (event) => {
    const picker = event.target.closest(".picker")
    const many = "many" in picker.dataset
    if (many && isChosen(picker, event.detail.id)) return
    const card = many ? addCard(picker) : part(picker, "card")
    show(card, event.detail)
    set(picker, card, event.detail.id)
    if (!many) part(card, "change").focus()
  })

  // Escape from a search that was to change what was chosen.
  document.addEventListener("picker:left", (event) => {
    const picker = event.target.closest(".picker")
    arrange(picker)
    if (part(picker, "search").hidden) part(picker, "change").focus()
  })

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".picker-change, .picker-clear")
    if (!button) return
    const [picker, card] = [button.closest(".picker"), button.closest(".picker-card")]
    const search = part(picker, "search")
    search.hidden = false
    if (button.matches(".picker-clear")) {
      set(picker, card, "")
      if ("many" in picker.dataset) card.remove()
    }
    search.querySelector("input").focus()
  })

  const look = (card) => {
    const picker = card.closest(".picker")
    const { value } = valueOf(card)
    arrange(picker)
    if (value && part(card, "choice").dataset.shows !== value) load(picker, card)
  }

  // Django's popups say so by jQuery alone, whose events others do not hear.
  $(document).on("change", ".picker-card > input[type=hidden]", ({ target }) => {
    const card = target.closest(".picker-card")
    const led = card.closest(".picker").querySelector(".picker-new") === document.activeElement
    look(card)
    // The way to the popup is gone from the page: the focus stays with what was made there.
    if (led) part(card, "change")?.focus()
  })

  document.addEventListener("formset:added", ({ target }) => {
    target.querySelectorAll(".picker-card").forEach(look)
  })

  // What is made in place is in the language of the page it is made for.
  const prepare = (event) => {
    const link = event.target.closest?.(".picker-new")
    if (!link) return
    const language = link.closest("form").elements.language?.value
    const address = new URL(link.href)
    if (language) address.searchParams.set("language", language)
    link.href = address
  }
  document.addEventListener("click", prepare, true)
}
