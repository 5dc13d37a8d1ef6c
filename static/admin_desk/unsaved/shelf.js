// What is kept in this browser: one entry for each tab in which somebody typed.
//
// entry: { user, form, tab, stamp, pairs }; `stamp` is when it was typed, in milliseconds.

const PREFIX = "unsaved:"
const DAYS_KEPT = 30

const nameOf = ({ user, form, tab }) => `${PREFIX}${user}:${form}:${tab}`

const ours = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))

const read = (name) => {
  try {
    const entry = JSON.parse(localStorage.getItem(name))
    return Array.isArray(entry?.pairs) ? entry : null
  } catch {
    return null
  }
}

const oldestFirst = () =>
  ours()
    .map((name) => ({ name, stamp: Number(read(name)?.stamp ?? 0) }))
    .sort((a, b) => a.stamp - b.stamp)

// Answers whether it is kept. Where there is no room, the oldest of ours go first.
export const put = (entry) => {
  const name = nameOf(entry)
  const text = JSON.stringify(entry)
  let others = null
  for (;;) {
    try {
      localStorage.setItem(name, text)
      return true
    } catch {
      others ??= oldestFirst().filter((other) => other.name !== name)
      if (others.length === 0) return false
      localStorage.removeItem(others.shift().name)
    }
  }
}

export const get = (place) => read(nameOf(place))

export const remove = (place) => localStorage.removeItem(nameOf(place))

// The newest first.
export const entriesOf = ({ user, form }) =>
  oldestFirst()
    .reverse()
    .filter(({ name }) => name.startsWith(`${PREFIX}${user}:${form}:`))
    .map(({ name }) => read(name))
    .filter(Boolean)

// The server said that this very text of this tab was saved: what was typed later stays.
export const forgetSaved = (tab, stamp) => {
  ours()
    .filter((name) => name.endsWith(`:${tab}`) && String(read(name)?.stamp) === stamp)
    .forEach((name) => localStorage.removeItem(name))
}

export const forgetOld = () => {
  const before = Date.now() - DAYS_KEPT * 24 * 60 * 60 * 1000
  oldestFirst()
    .filter(({ stamp }) => stamp < before)
    .forEach(({ name }) => localStorage.removeItem(name))
}
