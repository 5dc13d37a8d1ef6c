// Says now and then that the quote is still looked at, and gives it back when the page goes.

const SOON = 5_000
const OFTEN = 120_000

export const hold = (quote) => {
  const { hold: url } = quote.dataset
  const lost = quote.querySelector("[data-lost]")
  const note = quote.querySelector("[data-lost-note]")
  let decided = false

  const said = (more = {}) => {
    const form = new FormData()
    form.set("csrfmiddlewaretoken", quote.querySelector("[name=csrfmiddlewaretoken]").value)
    for (const [name, value] of Object.entries(more)) form.set(name, value)
    return form
  }

  // Said once, not every two minutes again.
  const tell = (words) => {
    if (lost.dataset.words === words) return
    lost.dataset.words = words
    lost.replaceChildren(...(words ? [note.content.cloneNode(true)] : []))
    if (words) lost.querySelector("p").textContent = words
  }

  const stay = async () => {
    if (document.visibilityState !== "visible" || decided) return
    try {
      const answer = await fetch(url, { method: "POST", body: said() })
      if (answer.ok) tell((await answer.json()).lost)
    } catch {
      // Offline: the next time will do.
    }
  }

  setTimeout(stay, SOON)
  setInterval(stay, OFTEN)
  document.addEventListener("visibilitychange", stay)
  addEventListener("pageshow", (event) => event.persisted && ((decided = false), stay()))
  quote.addEventListener("submit", () => (decided = true))
  addEventListener("pagehide", () => decided || navigator.sendBeacon(url, said({ leave: "1" })))
}
