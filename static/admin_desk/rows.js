// Rows in the order in which readers find them: moved by drag and by keyboard. Their numbers are
// hidden inputs, written when somebody moves a row.
"use strict"

{
  const POSITION = "input[type=hidden][name$='-position']"
  const ROW = "tr.form-row:not(.empty-form), .inline-related:not(.tabular, .empty-form)"
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]

  const position = (row) => row.querySelector(POSITION)
  const groupOf = (row) => row.closest(".js-inline-admin-formset")
  const rowsOf = (group) => all(ROW, group).filter(position)
  const tools = () => document.getElementById("row-tools")

  const status = document.createElement("p")
  status.role = "status"
  status.className = "visually-hidden"

  // A table tells what is wrong with a row in a row above it.
  const put = (row, place) => {
    const above = row.previousElementSibling
    const errors = above?.matches(".row-form-errors") ? [above] : []
    place([...errors, row])
  }
  const firstOf = (row) => {
    const above = row.previousElementSibling
    return above?.matches(".row-form-errors") ? above : row
  }
  const putBefore = (row, other) => put(row, (nodes) => firstOf(other).before(...nodes))
  const putAfter = (row, other) => put(row, (nodes) => other.after(...nodes))

  // From one on: a new row that bears a nought was not moved, and comes last.
  const number = (row) => {
    const rows = rowsOf(groupOf(row))
    rows.forEach((each, index) => {
      position(each).value = index + 1
    })
    position(row).dispatchEvent(new Event("change", { bubbles: true }))
    status.textContent = tools()
      .dataset.moved.replace("{place}", rows.indexOf(row) + 1)
      .replace("{total}", rows.length)
  }

  const move = (row, step) => {
    const rows = rowsOf(groupOf(row))
    const other = rows[rows.indexOf(row) + step]
    if (!other) return
    step < 0 ? putBefore(row, other) : putAfter(row, other)
    number(row)
  }

  // The row stays where it is until it is dropped: taken out of the page, it would let go of the
  // pointer.
  const drag = (row, handle, pointer) => {
    let [target, isBelow] = [null, false]
    const mark = (on) => target?.classList.toggle(isBelow ? "row-drop-below" : "row-drop-above", on)
    const follow = ({ clientX, clientY }) => {
      const other = document.elementFromPoint(clientX, clientY)?.closest(ROW)
      mark(false)
      target = other && other !== row && groupOf(other) === groupOf(row) ? other : null
      const { top = 0, height = 0 } = target?.getBoundingClientRect() ?? {}
      isBelow = clientY > top + height / 2
      mark(true)
    }
    const drop = () => {
      handle.removeEventListener("pointermove", follow)
      row.classList.remove("row-dragged")
      mark(false)
      if (!target) return
      isBelow ? putAfter(row, target) : putBefore(row, target)
      number(row)
    }
    row.classList.add("row-dragged")
    handle.setPointerCapture(pointer)
    handle.addEventListener("pointermove", follow)
    handle.addEventListener("lostpointercapture", drop, { once: true })
  }

  const equip = (row) => {
    if (!position(row) || row.querySelector(".row-tools")) return
    row.querySelector("td.original, h3").append(tools().content.cloneNode(true))
  }

  // On a narrow screen a table is a list, whose cells bear the names of their columns.
  const name = (row) => {
    const heads = row.closest("table")?.tHead.rows[0].cells ?? []
    ;[...heads].forEach((head, index) => {
      const words = head.textContent.trim()
      if (words) row.cells[index].dataset.label = words
    })
  }

  // A heading of nothing is none.
  const emptyHeads = (group) => all("thead th", group).filter((head) => !head.textContent.trim())
  const unhead = (head) => head.replaceWith(document.createElement("td"))

  // A form that came back with errors has new rows last, whatever their numbers say.
  const sort = (group) => {
    const rows = rowsOf(group)
    const place = (row) => Number(position(row).value) || (row.matches(".has_original") ? 0 : Infinity)
    const sorted = [...rows].sort((a, b) => place(a) - place(b) || 0)
    if (sorted.every((row, index) => row === rows[index])) return
    sorted.slice(1).forEach((row, index) => putAfter(row, sorted[index]))
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".row-tools button")
    if (!button) return
    move(button.closest(ROW), Number(button.dataset.step))
    button.focus()
  })

  document.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest?.(".row-handle")
    if (!handle || event.button !== 0) return
    event.preventDefault()
    drag(handle.closest(ROW), handle, event.pointerId)
  })

  document.addEventListener("formset:added", ({ target }) => {
    equip(target)
    name(target)
    if (position(target)) target.querySelector("input:not([type=hidden]), select, textarea")?.focus()
  })

  document.addEventListener("DOMContentLoaded", () => {
    if (!tools()) return
    document.body.append(status)
    all(".js-inline-admin-formset").forEach((group) => {
      sort(group)
      emptyHeads(group).forEach(unhead)
      all(ROW, group).forEach((row) => {
        equip(row)
        name(row)
      })
    })
  })
}
