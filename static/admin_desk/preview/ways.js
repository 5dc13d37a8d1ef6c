// What leads out of the pane: the whole page in a tab, and a link for somebody without an account.

const pane = document.getElementById("preview-pane")
const form = document.getElementById(pane.dataset.form)
const TAB = "preview"

// A form of its own: the one that people write in is not sent, only looked at.
pane.querySelector(".preview-whole").addEventListener("click", () => {
  const copy = document.createElement("form")
  Object.assign(copy, { method: "post", action: pane.dataset.url, target: TAB, hidden: true })
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string") continue
    const field = document.createElement("input")
    Object.assign(field, { type: "hidden", name, value })
    copy.append(field)
  }
  document.body.append(copy)
  window.open("", TAB)?.focus()
  copy.submit()
  copy.remove()
})

const copy = pane.querySelector(".preview-copy")
const link = pane.querySelector(".preview-link")

copy?.addEventListener("click", async () => {
  const [said, address] = [link.querySelector("[role=status]"), link.querySelector("input")]
  link.hidden = false
  try {
    await navigator.clipboard.writeText(address.value)
    said.textContent = copy.dataset.copied
  } catch {
    said.textContent = copy.dataset.byHand
    address.select()
  }
})
