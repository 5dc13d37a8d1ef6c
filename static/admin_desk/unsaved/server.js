// One form's line to the server, one request at a time.
//
// An answer is { here, moved } or { problem }, the name of what is wrong.

const PATIENCE = 8000
const PROBLEMS = {
  401: "signed-out",
  403: "forbidden",
  404: "gone",
  409: "someone-else",
  413: "too-long",
}

export class Server {
  constructor(url, user, csrfInputs) {
    this.url = url
    this.user = user
    this.csrfInputs = csrfInputs
    this.line = Promise.resolve()
  }

  ask(version) {
    return this.queue(() => this.send("GET", `?version=${version}`))
  }

  say(what) {
    return this.queue(() => this.send("POST", "", JSON.stringify(what)))
  }

  drop(tab) {
    return this.queue(() => this.send("DELETE", `?tab=${encodeURIComponent(tab)}`))
  }

  // While the page goes: nobody waits for the answer.
  sayLast(what) {
    const body = JSON.stringify(what)
    this.request("POST", "", body, { keepalive: body.length < 60_000 }).catch(() => {})
  }

  queue(task) {
    this.line = this.line.then(task)
    return this.line
  }

  async send(method, query, body) {
    try {
      let response = await this.request(method, query, body)
      if (response.status === 403 && !isOurs(response)) {
        // Whoever signs in anew gets a new token: fetch it, and say it once more.
        const told = await this.learn(await this.request("GET", ""))
        if (told.problem) return told
        response = await this.request(method, query, body)
      }
      return await this.learn(response)
    } catch {
      return { problem: "away" }
    }
  }

  request(method, query, body, options = {}) {
    return fetch(this.url + query, {
      method,
      body,
      headers: { "X-Writer": this.user, "X-CSRFToken": this.csrfInputs[0].value },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
      ...options,
    })
  }

  async learn(response) {
    if (response.type === "opaqueredirect") return { problem: "signed-out" }
    if (!isOurs(response)) return { problem: "away" }
    if (!response.ok) return { problem: PROBLEMS[response.status] ?? "away" }
    const told = await response.json()
    this.csrfInputs.forEach((input) => (input.value = told.csrf))
    return told
  }
}

const isOurs = (response) => response.headers.get("content-type") === "application/json"
