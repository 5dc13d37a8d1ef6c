// The pane beside the form: opened and closed, as wide as it was left; a sheet on a small screen.

const pane = document.getElementById("preview-pane")
const toggle = document.getElementById("preview-toggle")
const edge = pane.querySelector(".preview-edge")
const main = document.getElementById("main")
const isWide = matchMedia("(min-width: 64rem)")

const KEPT = "preview-pane"
const LEAST = 340
const LEAST_FOR_THE_FORM = 460
const STEP = 24

const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {}
  } catch {
    return {}
  }
}

const keep = (news) => {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ ...kept(), ...news }))
  } catch {
    // A browser that keeps nothing shows the pane as it comes.
  }
}

// Beside the form, or over everything: then nothing else can be reached until it is closed.
const settle = () => {
  const isSheet = !pane.hidden && !isWide.matches
  document.documentElement.classList.toggle("previewing", !pane.hidden)
  for (let part = pane; part !== document.body; part = part.parentElement) {
    for (const other of part.parentElement.children) if (other !== part) other.inert = isSheet
  }
  toggle.ariaExpanded = String(!pane.hidden)
}

const open = () => {
  pane.hidden = false
  settle()
  resize(kept().wide ?? innerWidth * 0.42)
  reach()
  pane.dispatchEvent(new Event("preview:open"))
}

const close = () => {
  pane.hidden = true
  settle()
  toggle.focus()
}

const press = () => {
  if (pane.hidden) open()
  else close()
  keep({ isOpen: !pane.hidden })
  if (!pane.hidden && !isWide.matches) pane.querySelector(".preview-close").focus()
}

const resize = (wide) => {
  const most = Math.max(LEAST, main.clientWidth - LEAST_FOR_THE_FORM)
  const fitting = Math.round(Math.min(Math.max(wide, LEAST), most))
  main.style.setProperty("--preview", `${fitting}px`)
  edge.ariaValueNow = String(Math.round((100 * fitting) / innerWidth))
  return fitting
}

// It ends where the window does, however much of the head is in sight.
const reach = () => {
  const above = Math.max(0, main.getBoundingClientRect().top)
  main.style.setProperty("--above", `${above}px`)
}

edge.addEventListener("pointerdown", (event) => {
  event.preventDefault()
  edge.setPointerCapture(event.pointerId)
  const drag = (moved) => resize(main.getBoundingClientRect().right - moved.clientX)
  edge.addEventListener("pointermove", drag)
  edge.addEventListener(
    "lostpointercapture",
    () => {
      edge.removeEventListener("pointermove", drag)
      keep({ wide: pane.offsetWidth })
    },
    { once: true },
  )
})

edge.addEventListener("keydown", ({ key }) => {
  const step = { ArrowLeft: STEP, ArrowRight: -STEP }[key]
  if (step) keep({ wide: resize(pane.offsetWidth + step) })
})

// How the page is looked at: as wide as which device, light or dark.
const look = (news = {}) => {
  const theme = document.documentElement.dataset.theme ?? "auto"
  const isDark = theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark"
  const how = { width: "390", scheme: isDark ? "dark" : "light", ...kept().look, ...news }
  Object.assign(pane.dataset, how)
  pane.querySelectorAll("[data-look]").forEach((button) => {
    button.ariaPressed = String(how[button.dataset.look] === button.dataset.value)
  })
  pane.dispatchEvent(new Event("preview:look"))
}

pane.addEventListener("click", ({ target }) => {
  const button = target.closest("button")
  if (button?.matches(".preview-close")) press()
  if (!button?.dataset.look) return
  const news = { [button.dataset.look]: button.dataset.value }
  keep({ look: { ...kept().look, ...news } })
  look(news)
})

document.addEventListener("keydown", (event) => {
  const isSheet = !pane.hidden && !isWide.matches
  const isShortcut = event.code === "KeyP" && event.altKey && (event.ctrlKey || event.metaKey)
  if (!isShortcut && !(event.key === "Escape" && isSheet)) return
  event.preventDefault()
  press()
})

main.append(pane)
toggle.addEventListener("click", press)
isWide.addEventListener("change", settle)
addEventListener("scroll", reach, { passive: true })
addEventListener("resize", reach)
addEventListener("resize", () => pane.hidden || resize(kept().wide ?? pane.offsetWidth))
look()
// After the page's other modules: they hear of it.
addEventListener("DOMContentLoaded", () => kept().isOpen && isWide.matches && open())
