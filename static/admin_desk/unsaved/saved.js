// After a save the next page, whichever it is, bears a cookie that names what was saved.

import { forgetOld, forgetSaved } from "./shelf.js"

const COOKIE = "unsaved-saved-"

for (const cookie of document.cookie.split("; ")) {
  if (!cookie.startsWith(COOKIE)) continue
  const [name, stamp] = cookie.split("=")
  forgetSaved(name.slice(COOKIE.length), stamp)
  document.cookie = `${name}=; path=/admin/; max-age=0; samesite=lax`
}

forgetOld()
