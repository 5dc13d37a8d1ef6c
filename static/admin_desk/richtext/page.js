// What the page gives the editor's scripts: words in the language of the desk, addresses, and the
// dialog. A page without it has texts, but none that cite sources.
export const template = document.getElementById("cite-source")
export const words = template?.dataset

export const sources = async (query, signal) => {
  const answer = await fetch(`${words.sources}?${new URLSearchParams(query)}`, { signal })
  if (!answer.ok) throw new Error(answer.statusText)
  return (await answer.json()).sources
}
