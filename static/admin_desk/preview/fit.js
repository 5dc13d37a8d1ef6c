// Makes one tree of nodes say what another says, touching as little of it as possible.

const isAlike = (now, next) =>
  now.nodeType === Node.ELEMENT_NODE &&
  now.nodeName === next.nodeName &&
  now.attributes.length === next.attributes.length &&
  [...now.attributes].every(({ name, value }) => next.getAttribute(name) === value)

// Answers the last node that is new: a heading, rather than its line in the contents above.
export function fit(now, next) {
  if (now.isEqualNode(next)) return null
  if (!isAlike(now, next)) {
    now.replaceWith(next)
    return next
  }
  return fitChildren(now, [...now.childNodes], [...next.childNodes])
}

function fitChildren(parent, old, fresh) {
  while (old.length && fresh.length && old[0].isEqualNode(fresh[0])) {
    old.shift()
    fresh.shift()
  }
  let after = null
  while (old.length && fresh.length && old.at(-1).isEqualNode(fresh.at(-1))) {
    after = old.pop()
    fresh.pop()
  }
  if (old.length === fresh.length) {
    return old.map((node, index) => fit(node, fresh[index])).findLast(Boolean) ?? null
  }
  const end = after ?? old.at(-1)?.nextSibling ?? null
  old.forEach((node) => node.remove())
  fresh.forEach((node) => parent.insertBefore(node, end))
  return fresh.find((node) => node.nodeType === Node.ELEMENT_NODE) ?? parent
}
