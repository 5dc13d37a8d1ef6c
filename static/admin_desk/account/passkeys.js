// A passkey that was refused or cancelled is told on the page, not in the console.
"use strict"

{
  const note = document.getElementById("passkey-failed")

  document.addEventListener("allauth.error", (event) => {
    event.preventDefault()
    document.querySelector(".account-form").before(note)
    note.hidden = false
  })
}
