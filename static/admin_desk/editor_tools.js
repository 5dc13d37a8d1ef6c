// The tools of the rich text editor: one stop for Tab, arrows within; Alt+F10 leads to them from
// the text, Escape back.
"use strict"

{
  const BAR = ".prose-menubar"
  const PICKER = ".prose-menubar__picker"
  const shown = (button) => !button.classList.contains("hidden")
  const all = (within) => [...within.querySelectorAll("button")].filter(shown)
  const tools = (bar) => all(bar).filter((button) => !button.closest(PICKER))
  const open = (bar) => bar.querySelector(`${PICKER}:popover-open`)
  const textOf = (bar) => bar.closest(".prose-editor").querySelector("[role=textbox]")

  const settle = (bar) => {
    const buttons = tools(bar)
    const stop = buttons.find((button) => button === document.activeElement) ?? buttons[0]
    for (const button of buttons) {
      button.tabIndex = button === stop ? 0 : -1
      button.ariaDisabled = String(button.classList.contains("disabled"))
      if (pickerOf(button)) button.ariaHasPopup = "menu"
      if (pickerOf(button)) button.ariaExpanded = String(Boolean(open(bar)))
    }
  }

  const step = (buttons, from, by) =>
    buttons[(buttons.indexOf(from) + by + buttons.length) % buttons.length].focus()

  const pickerOf = (button) =>
    button.closest(".prose-menubar__dropdown")?.querySelector(PICKER)

  const enterPicker = (button) => {
    const picker = pickerOf(button)
    if (!picker) return
    if (picker.matches(":popover-open")) all(picker)[0].focus()
    else button.click()
  }

  const leavePicker = (picker) => {
    picker.hidePopover()
    tools(picker.parentElement)[0].focus()
  }

  const keysInBar = (bar, button) => ({
    ArrowRight: () => step(tools(bar), button, 1),
    ArrowLeft: () => step(tools(bar), button, -1),
    ArrowDown: () => enterPicker(button),
    Escape: () => textOf(bar).focus(),
  })

  const keysInPicker = (picker, button) => ({
    ArrowDown: () => step(all(picker), button, 1),
    ArrowUp: () => step(all(picker), button, -1),
    Escape: () => leavePicker(picker),
  })

  const onKey = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const button = event.target.closest("button")
    const picker = button?.closest(PICKER)
    const keys = picker ? keysInPicker(picker, button) : keysInBar(event.currentTarget, button)
    if (!button || !keys[event.key]) return
    event.preventDefault()
    keys[event.key]()
  }

  // However it was opened, arrows choose and Escape closes; whoever goes elsewhere has done with it.
  const equipPicker = (bar, picker) => {
    picker.querySelector(".ProseMirror").role = "menu"
    for (const option of picker.querySelectorAll("button")) {
      option.role = "menuitem"
      option.tabIndex = -1
    }
    picker.addEventListener("toggle", ({ newState }) => {
      if (newState === "open") all(picker)[0].focus()
      settle(bar)
    })
    picker.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !picker.contains(relatedTarget)) picker.hidePopover()
    })
  }

  const equip = (bar, text) => {
    bar.role = "toolbar"
    bar.setAttribute("aria-labelledby", text.getAttribute("aria-labelledby"))
    bar.addEventListener("keydown", onKey)
    bar.addEventListener("focusin", () => settle(bar))
    // The editor exchanges, hides and disables its buttons as the caret moves.
    const watched = { subtree: true, childList: true, attributeFilter: ["class"] }
    new MutationObserver(() => settle(bar)).observe(bar, watched)
    bar.querySelectorAll(PICKER).forEach((picker) => equipPicker(bar, picker))
    settle(bar)
    bar.dispatchEvent(new Event("editor-tools:made", { bubbles: true }))
  }

  // The editor makes its tools a moment after it says that it is ready.
  const whenMade = (editor, act) => {
    const made = () => editor.querySelector(BAR)
    if (made()) return act(made())
    const observer = new MutationObserver(() => {
      if (!made()) return
      observer.disconnect()
      act(made())
    })
    observer.observe(editor, { childList: true })
  }

  document.addEventListener("prose-editor:ready", ({ detail: { textarea } }) => {
    const editor = textarea.closest(".prose-editor")
    const text = editor.querySelector("[contenteditable]")
    if (text) whenMade(editor, (bar) => equip(bar, text))
  })

  document.addEventListener("keydown", (event) => {
    const editor = event.target.closest?.(".prose-editor")
    if (event.key !== "F10" || !event.altKey || !editor) return
    event.preventDefault()
    tools(editor.querySelector(BAR))[0].focus()
  })
}
