// A form as pairs of name and value: without its token, without files, without our own marks.

const LEFT_OUT = new Set(["csrfmiddlewaretoken", "unsaved_tab", "unsaved_stamp"])

export const pairsOf = (form) =>
  [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && !LEFT_OUT.has(name),
  )
