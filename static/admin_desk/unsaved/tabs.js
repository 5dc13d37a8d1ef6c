// Which tabs of this browser are open now: their work needs no bringing back.

const PATIENCE = 150

export class Tabs {
  constructor(work) {
    this.channel = new BroadcastChannel("unsaved")
    this.found = new Set()
    this.channel.onmessage = ({ data }) => {
      if (data.asks === work.place.tab) this.channel.postMessage({ has: data.asks })
      if (data.has) this.found.add(data.has)
    }
  }

  // Those of `tabs` that another page has open.
  async openElsewhere(tabs) {
    this.found.clear()
    tabs.forEach((tab) => this.channel.postMessage({ asks: tab }))
    await new Promise((resolve) => setTimeout(resolve, PATIENCE))
    return new Set(this.found)
  }
}
