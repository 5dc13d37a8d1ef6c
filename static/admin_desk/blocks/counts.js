// How long the body is and takes to read, whenever the typing pauses.
import { blockOf, living, machine } from "blocks/order"
import { text, wordsIn } from "blocks/speech"
import { fieldsOf, wordsOf } from "blocks/types"

const PAUSE = 300
const WORDS_A_MINUTE = 230
const CHARACTERS_A_MINUTE = 500

const lengths = new WeakMap()

const language = () => document.querySelector("[name=language]")

// Japanese has no spaces between words: its texts are measured in characters.
const inCharacters = () => language()?.value === "ja"

const lengthOf = (words) =>
  inCharacters() ? [...words.replace(/\s/g, "")].length : (words.match(/\S+/g) ?? []).length

const measure = (block) => {
  const fields = fieldsOf(block)
  const texts = wordsOf(block).map((name) => wordsIn(fields.get(name)[0]))
  lengths.set(block, lengthOf(texts.join(" ")))
}

const total = () => {
  living().filter((block) => !lengths.has(block)).forEach(measure)
  return living().reduce((sum, block) => sum + lengths.get(block), 0)
}

const show = () => {
  const count = total()
  const pace = inCharacters() ? CHARACTERS_A_MINUTE : WORDS_A_MINUTE
  const minutes = Math.max(1, Math.round(count / pace))
  const locale = document.documentElement.lang
  document.querySelector("[data-body-length]").textContent = text(
    inCharacters() ? "characters" : "words",
    { count: count.toLocaleString(locale), minutes: minutes.toLocaleString(locale) },
  )
}

export const startCounting = () => {
  let pause
  const soon = () => {
    clearTimeout(pause)
    pause = setTimeout(show, PAUSE)
  }
  const changed = ({ target }) => {
    lengths.delete(blockOf(target))
    soon()
  }
  machine().addEventListener("input", changed)
  machine().addEventListener("change", changed)
  language()?.addEventListener("change", () => {
    living().forEach((block) => lengths.delete(block))
    show()
  })
  show()
}
