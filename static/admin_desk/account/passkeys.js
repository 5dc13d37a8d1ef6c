// A passkey that was refused or cancelled is told on the page, not in the console.
"use strict"

{
  const form = document.querySelector(".account-form")
  const note = document.getElementById("passkey-failed").content.firstElementChild

  document.addEventListener("allauth.error", (event) => {
    event.preventDefault()
    note.remove()
    form.before(note)
  })
}
