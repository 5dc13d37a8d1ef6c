// Copies what a button names: the value of a field, or the lines of a list.
"use strict"

{
  const wordsOf = (of) => of.value ?? [...of.children].map((line) => line.textContent).join("\n")

  const copy = async (button) => {
    await navigator.clipboard.writeText(wordsOf(document.getElementById(button.dataset.copy)))
    button.textContent = button.dataset.done
    button.parentElement.querySelector("[role=status]").textContent = button.dataset.done
  }

  // Browsers let pages copy over a safe connection alone.
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard
    button.addEventListener("click", () => copy(button))
  }

  for (const field of document.querySelectorAll("input[readonly]")) {
    field.addEventListener("focus", () => field.select())
  }
}
