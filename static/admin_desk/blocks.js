// Blocks and rich text for keyboards and screen readers: content-editor orders blocks by CSS
// alone and moves them by mouse alone, and the editor gives its text no name.
"use strict"

{
  const BLOCK = ".order-machine > .inline-related:not(.empty-form)"
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]

  const inOrder = () => all(BLOCK).sort((a, b) => a.style.order - b.style.order)

  // What is tabbed through and read out follows what is seen.
  const settle = () => {
    const focused = document.activeElement
    const machine = document.querySelector(".order-machine")
    machine.append(...inOrder(), machine.querySelector(".order-machine-insert-target.last"))
    focused?.focus()
  }

  const move = (block, step) => {
    const blocks = inOrder().filter((other) => other.dataset.region === block.dataset.region)
    const to = blocks.indexOf(block) + step
    if (to < 0 || to >= blocks.length) return
    const orders = blocks.map((other) => other.style.order)
    blocks.splice(to, 0, ...blocks.splice(to - step, 1))
    blocks.forEach((other, index) => {
      other.style.order = orders[index]
      other.querySelector(".order-machine-ordering").value = orders[index]
    })
    settle()
  }

  const pressable = (element, label) => {
    element.tabIndex = 0
    element.role = "button"
    if (label) element.ariaLabel = label
  }

  const equip = (block, tools) => {
    if (block.querySelector(".block-tools")) return
    const heading = block.querySelector("h3")
    heading.append(tools.content.cloneNode(true))
    heading.querySelector(".block-tools").addEventListener("click", (event) => {
      event.stopPropagation()
      const button = event.target.closest("button")
      if (!button) return
      move(block, Number(button.dataset.step))
      button.focus()
    })
  }

  const equipAll = () => {
    const tools = document.getElementById("block-tools")
    all(BLOCK).forEach((block) => equip(block, tools))
    all(".order-machine-insert-target").forEach((t) => pressable(t, tools.dataset.insert))
    all(".plugin-buttons .plugin-button").forEach((button) => pressable(button))
    settle()
    nameEditors()
  }

  const nameEditors = () => {
    all(".prose-editor").forEach((editor) => {
      const text = editor.querySelector("[contenteditable]")
      const label = document.querySelector(`label[for="${editor.querySelector("textarea").id}"]`)
      if (!text || !label) return
      label.id ||= `${label.htmlFor}-label`
      text.role = "textbox"
      text.ariaMultiLine = "true"
      text.setAttribute("aria-labelledby", label.id)
    })
  }

  document.addEventListener("content-editor:ready", () => {
    equipAll()
    // After content-editor and the editor themselves have dealt with the new row.
    document.addEventListener("formset:added", () => setTimeout(equipAll))
    document.addEventListener("drop", () => setTimeout(settle))
  })

  document.addEventListener("keydown", (event) => {
    const target = event.target
    if (!["Enter", " "].includes(event.key)) return
    if (!target.matches?.(".order-machine-insert-target, .plugin-button")) return
    event.preventDefault()
    target.click()
    if (target.matches(".order-machine-insert-target.selected")) {
      const shown = all(".plugin-buttons .plugin-button").find((button) => button.offsetParent)
      shown?.focus()
    }
  })

  window.addEventListener("load", nameEditors)
}
