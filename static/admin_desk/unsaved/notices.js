// What the page says while somebody writes. The words stand in the page, in its language.

const problemPlace = document.getElementById("unsaved-problem")
const movedPlace = document.getElementById("unsaved-moved")
const herePlace = document.getElementById("unsaved-here")
const keptPlace = document.getElementById("unsaved-kept")

const say = (place, text) => {
  // Said again only where it changed: screen readers read out what is written anew.
  if (place.textContent !== text) place.textContent = text
}

export const showProblem = (name) => {
  if (problemPlace.dataset.shown === (name ?? "")) return
  problemPlace.dataset.shown = name ?? ""
  const template = document.querySelector(`template[data-problem="${name}"]`)
  problemPlace.replaceChildren(...(template ? [template.content.cloneNode(true)] : []))
  problemPlace.hidden = !template
}

export const showOthers = ({ here, moved }) => {
  say(herePlace, here)
  herePlace.hidden = !here
  if (!movedPlace) return
  say(movedPlace.querySelector("span"), moved)
  movedPlace.hidden = !moved
}

export const showKept = (work) => {
  const { here, there, both, nowhere, saved = "" } = keptPlace.dataset
  const isThere = work.stamp !== "" && work.stamp === work.keptStamp
  const text = work.isHere ? (isThere ? both : here) : isThere ? there : nowhere
  say(keptPlace, work.isUnsaved ? text : saved)
}
