// One quote of the moderation queue: keys, the focus, and that somebody is looking at it.

import { hold } from "./hold.js"
import { listen } from "./keys.js"

const quote = document.querySelector("[data-queue]")
listen(quote)
if (!("closed" in quote.dataset)) hold(quote)

// What was done is read out, then whose words come next.
const wrong = quote.querySelector(".errorlist, .errornote")
const place = wrong?.closest("details")?.querySelector("input[type=radio]")
;(place ?? document.getElementById("queue-heading")).focus({ preventScroll: !place })
