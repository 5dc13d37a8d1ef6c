// What a form hands to the page that follows its save, in this tab.

const NAME = "desk-place"

// A new draft has another address once it is saved.
const isHere = (path) =>
  path === location.pathname || path === location.pathname.replace(/\d+\/change\/$/, "add/")

const take = () => {
  const found = JSON.parse(sessionStorage.getItem(NAME)) ?? {}
  sessionStorage.removeItem(NAME)
  return isHere(found.path) ? found : {}
}

export const kept = take()

const handed = { path: location.pathname }

export const keep = (news) => {
  Object.assign(handed, news)
  sessionStorage.setItem(NAME, JSON.stringify(handed))
}
