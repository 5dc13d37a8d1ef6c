// Offers the time zone of this browser where another one is chosen.
"use strict"

{
  const offer = document.getElementById("browser-time-zone")
  const field = document.getElementById("id_time_zone")
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const known = [...field.options].some((option) => option.value === here)

  if (known && field.value !== here) {
    const button = offer.content.firstElementChild
    button.textContent += ` ${here}`
    button.addEventListener("click", () => {
      field.value = here
      button.remove()
      field.focus()
    })
    field.after(button)
  }
}
