// What is pasted from word processors and web pages becomes what the text may hold.
import { Extension, Plugin } from "django-prose-editor/editor"

export const CleanPaste = Extension.create({
  name: "cleanPaste",
})
