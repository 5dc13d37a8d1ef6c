// What somebody types into one form in one tab, kept in this browser as it changes.

import { pairsOf } from "unsaved/pairs"
import { get, put, remove } from "unsaved/shelf"

const newTab = () =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join("-")

export class Work {
  // `place` is { user, form, tab }. A bound form came back from the server, not saved.
  constructor(form, place, isBound) {
    this.form = form
    this.place = place
    this.isBound = isBound
    this.shown = null
    this.last = null
    this.isHere = true
    // The texts that the server keeps, and that were too long for it.
    this.keptStamp = ""
    this.refusedStamp = ""
  }

  get stamp() {
    return this.form.elements.unsaved_stamp.value
  }

  set stamp(stamp) {
    this.form.elements.unsaved_stamp.value = stamp
  }

  // Something is on this tab's shelf that is not what this page shows.
  get isAnotherText() {
    const entry = get(this.place)
    return entry !== null && String(entry.stamp) !== this.stamp
  }

  get isUnsaved() {
    return this.last !== null && this.last !== this.shown
  }

  get hasNews() {
    return this.isUnsaved && ![this.keptStamp, this.refusedStamp].includes(this.stamp)
  }

  moveToNewTab() {
    this.place = { ...this.place, tab: newTab() }
    this.form.elements.unsaved_tab.value = this.place.tab
    this.stamp = this.keptStamp = ""
    this.last = null
  }

  // Editors and blocks fill in fields while the page loads: what counts is what people change.
  touch() {
    if (!this.isBound) this.shown ??= JSON.stringify(pairsOf(this.form))
  }

  look() {
    if (!this.isBound && this.shown === null) return
    const pairs = pairsOf(this.form)
    const text = JSON.stringify(pairs)
    if (text === this.last) return
    const isFirstLook = this.last === null
    this.last = text
    if (!this.isUnsaved) {
      this.forget()
    } else {
      // What came back from the server is the text that was sent.
      if (!(isFirstLook && this.isBound && this.stamp)) this.stamp = this.nextStamp()
      this.isHere = put({ ...this.place, stamp: this.stamp, pairs })
    }
  }

  nextStamp() {
    return String(Math.max(Date.now(), Number(this.stamp) + 1))
  }

  forget() {
    remove(this.place)
    this.stamp = ""
  }

  get pairs() {
    return JSON.parse(this.last)
  }
}
