// Where pasted links lead: past the servers that only pass their readers on.
const PASSES_ON = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: "/url", names: ["q", "url"] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: "/", names: ["url"] },
  { host: /^lm?\.facebook\.com$/, path: "/l.php", names: ["u"] },
]

export const target = (href) => {
  const url = URL.canParse(href) ? new URL(href) : null
  const found = PASSES_ON.find(({ host, path }) => host.test(url?.hostname) && url.pathname === path)
  const name = found?.names.find((parameter) => url.searchParams.has(parameter))
  return name ? url.searchParams.get(name) : href.trim()
}

// Not to a place in the document that was copied from, nor to a file on somebody's disk.
export const leadsAway = (href) => /^(?:https?:|mailto:|\/(?!\/))/i.test(href)
