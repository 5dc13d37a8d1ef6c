// Saving asks first whether the server is there: a page of the browser's own says nothing useful.

const PATIENCE = 20_000

// `answers()` is whether the server would take the form now.
export const sendWhenAnswered = (form, answers) => {
  let isAsking = false
  let mayGo = false

  const free = () => {
    mayGo = false
    form.inert = false
    form.removeAttribute("aria-busy")
  }

  form.addEventListener("submit", async (event) => {
    if (mayGo) {
      // What would be typed now would be neither in this page nor in the next.
      setTimeout(() => (form.inert = true))
      setTimeout(free, PATIENCE)
      return
    }
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    form.setAttribute("aria-busy", "true")
    mayGo = await answers()
    isAsking = false
    if (mayGo) form.requestSubmit(event.submitter)
    else free()
  })

  window.addEventListener("pageshow", ({ persisted }) => persisted && free())

  return { isGoing: () => mayGo }
}
