// The preview keeps a tab of its own: the click opens it, the saved page fills it.
"use strict"

{
  const TAB = "preview"
  const WAITING = "preview-waiting"

  document.addEventListener("click", (event) => {
    if (event.target.matches("input[name=_preview]")) {
      window.open("", TAB)
      sessionStorage.setItem(WAITING, "yes")
    }
  })

  document.addEventListener("DOMContentLoaded", () => {
    if (!sessionStorage.getItem(WAITING)) return
    sessionStorage.removeItem(WAITING)
    const link = document.querySelector("a.open-preview")
    const tab = window.open(link ? link.href : "", TAB)
    // The form had errors: an empty tab would only puzzle.
    if (!link && tab?.location.href === "about:blank") tab.close()
  })
}
