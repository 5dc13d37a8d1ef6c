// Unsaved work from before: offered above the form, brought back or discarded with one click.

import { entriesOf, remove } from "unsaved/shelf"

const list = document.getElementById("kept-work")

const localOffers = (work) => entriesOf(work.place).filter(({ tab }) => tab !== work.place.tab)

const isNewer = (entry, item) => Number(entry.stamp) >= Number(item.dataset.stamp)

// What the server does not keep yet: it was gone when this was typed, or the page was too soon.
const hand = (entry, server) => {
  const { tab, stamp, pairs } = entry
  server.say({ tab, stamp, pairs })
}

const itemOf = (tab) => [...list.children].find((item) => item.dataset.tab === tab)

const momentOf = (item) => new Date(item.querySelector("time").dateTime)

const write = (time, stamp) => {
  const at = new Date(Number(stamp))
  const isToday = at.toDateString() === new Date().toDateString()
  const day = isToday ? {} : { day: "numeric", month: "long", year: "numeric" }
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }
  const options = { ...day, ...hour, timeZone: list.dataset.zone }
  time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, options).format(at)
  time.dateTime = at.toISOString()
}

const field = (name, value) => {
  const input = document.createElement("input")
  Object.assign(input, { type: "hidden", name, value })
  return input
}

// The server shows the form with these pairs in it, and saves nothing.
const fill = (form, entry) => {
  const marks = { unsaved_tab: entry.tab, unsaved_stamp: entry.stamp, _brought_back: "yes" }
  form.append(...[...entry.pairs, ...Object.entries(marks)].map((pair) => field(...pair)))
}

const localItem = (entry) => {
  const item = document.getElementById("kept-here").content.cloneNode(true).firstElementChild
  Object.assign(item.dataset, { tab: entry.tab, stamp: entry.stamp })
  write(item.querySelector("time"), entry.stamp)
  const title = item.querySelector(".kept-title")
  title.textContent = entry.pairs.find(([name]) => name === "title")?.[1] ?? ""
  title.hidden = !title.textContent
  item.querySelector("form").addEventListener("submit", (event) => fill(event.target, entry))
  return item
}

const equip = (item, work, server) => {
  const button = item.querySelector("[data-sure]")
  button.addEventListener("click", ({ detail }) => {
    // A double click is no second thought.
    if (detail > 1) return
    if (button.dataset.sure) {
      button.textContent = button.dataset.sure
      button.dataset.sure = ""
      return
    }
    remove({ ...work.place, tab: item.dataset.tab })
    server.drop(item.dataset.tab)
    item.remove()
    show()
  })
}

const show = () => {
  list.hidden = list.children.length === 0
}

export const offer = async (work, server, tabs) => {
  const entries = localOffers(work)
  const known = [...entries.map(({ tab }) => tab), ...[...list.children].map((i) => i.dataset.tab)]
  const open = await tabs.openElsewhere([work.place.tab, ...known])
  if (open.has(work.place.tab)) work.moveToNewTab()
  for (const entry of entries) {
    const item = itemOf(entry.tab)
    if (item && !isNewer(entry, item)) continue
    if (!open.has(entry.tab) && item?.dataset.stamp !== entry.stamp) hand(entry, server)
    item?.remove()
    list.append(localItem(entry))
  }
  for (const item of [...list.children]) {
    open.has(item.dataset.tab) ? item.remove() : equip(item, work, server)
  }
  list.append(...[...list.children].sort((a, b) => momentOf(b) - momentOf(a)))
  show()
}
