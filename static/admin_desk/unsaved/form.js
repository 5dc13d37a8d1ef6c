// The form of a draft: nothing that is typed into it is lost.

import { showKept, showOthers, showProblem } from "unsaved/notices"
import { offer } from "unsaved/offers"
import { sendWhenAnswered } from "unsaved/sending"
import { Server } from "unsaved/server"
import { Tabs } from "unsaved/tabs"
import { Work } from "unsaved/work"

const LOOK_AFTER = 250
const KEEP_EVERY = 5_000
// A tick comes a little early or late.
const ASK_EVERY = 9_000
const ASK_EVERY_BESIDE_OTHERS = 4_000
const ASK_EVERY_HIDDEN = 60_000
// Where nobody has touched the page for this long, its questions shall keep nobody signed in.
const AWAY_AFTER = 15 * 60_000

const { main, url, user, name, bound } = document.getElementById("unsaved").dataset
const form = document.getElementById(main)
const place = { user, form: name, tab: form.elements.unsaved_tab.value }

const work = new Work(form, place, bound === "yes")
const server = new Server(url, user, [...document.getElementsByName("csrfmiddlewaretoken")])
const tabs = new Tabs(work)
const sending = sendWhenAnswered(form, async () => {
  look()
  return settle(await server.ask(version()))
})

const version = () => form.elements.edit_version.value

let waiting = null
let lastAsked = 0
let isAlone = true
let lastTouched = Date.now()

function look() {
  clearTimeout(waiting)
  waiting = null
  work.look()
  showKept(work)
}

// What changes without typing (blocks moved, rows added) follows one of these.
const CHANGES = ["input", "change", "click", "keyup", "drop", "formset:added", "formset:removed"]
const FIRST_TOUCHES = ["pointerdown", "keydown", "drop", "paste", "beforeinput"]

FIRST_TOUCHES.forEach((touch) =>
  document.addEventListener(touch, (event) => event.isTrusted && touched(), true),
)
CHANGES.forEach((change) =>
  document.addEventListener(change, () => (waiting ??= setTimeout(look, LOOK_AFTER))),
)

function touched() {
  work.touch()
  lastTouched = Date.now()
}

function settle(told) {
  lastAsked = Date.now()
  showProblem(told.problem)
  if (!told.problem) {
    showOthers(told)
    isAlone = !told.here
  }
  return !told.problem || told.problem === "gone"
}

// What was undone by hand needs no bringing back.
async function unsay() {
  work.keptStamp = ""
  settle(await server.drop(work.place.tab))
}

async function say() {
  const { stamp } = work
  const news = work.hasNews ? { tab: work.place.tab, stamp, pairs: work.pairs } : {}
  const told = await server.say({ version: version(), ...news })
  if (news.stamp && !told.problem) work.keptStamp = stamp
  if (news.stamp && told.problem === "too-long") work.refusedStamp = stamp
  settle(told)
  showKept(work)
}

function isTimeToAsk() {
  const whenSeen = isAlone ? ASK_EVERY : ASK_EVERY_BESIDE_OTHERS
  const every = document.hidden ? ASK_EVERY_HIDDEN : whenSeen
  const isAway = Date.now() - lastTouched > AWAY_AFTER
  return !isAway && Date.now() - lastAsked >= every
}

function tick() {
  if (sending.isGoing()) return
  look()
  if (work.keptStamp && !work.isUnsaved) unsay()
  else if (work.hasNews || isTimeToAsk()) say()
}

// What is left is kept at once; whoever comes back hears at once what others did.
document.addEventListener("visibilitychange", tick)
window.addEventListener("beforeunload", look)
window.addEventListener("pagehide", () => {
  look()
  if (!sending.isGoing()) server.sayLast({ leaves: true })
})
window.addEventListener("pageshow", ({ persisted }) => persisted && say())

window.addEventListener("load", async () => {
  document.querySelector(".conflict")?.focus()
  if (work.isAnotherText) work.moveToNewTab()
  await offer(work, server, tabs)
  look()
  say()
  setInterval(tick, KEEP_EVERY)
})
