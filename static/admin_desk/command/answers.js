// What the server finds. Only the answer to what was asked last counts.

export const asker = (address) => {
  let latest = null

  const forget = () => latest?.abort()

  // null where something else was asked meanwhile; an answer without results where none came.
  const ask = async (words) => {
    forget()
    latest = new AbortController()
    const { signal } = latest
    const url = new URL(address, location)
    url.searchParams.set("q", words)
    try {
      const answer = await fetch(url, { signal })
      const found = answer.ok ? await answer.json() : {}
      return signal.aborted ? null : found
    } catch {
      return signal.aborted ? null : {}
    }
  }

  return { ask, forget }
}
