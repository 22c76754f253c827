// Runs before the scripts of a page: says which day it is, and notes what its worker is asked and replies, which answers are shown, and what
// the policy holds back. What was asked last, how many replies came and how many are held stands on the root for a test to wait for.

globalThis.watched = {
  noon: Date.parse("2026-11-22T12:00Z"),
  requests: [],
  replies: [],
  headlines: [],
  held: null,
  afresh() {
    for (const noted of [this.requests, this.replies, this.headlines]) noted.length = 0;
    delete document.documentElement.dataset.replies;
    delete document.documentElement.dataset.held;
    document.querySelector("form.questions").reset();
  },
};

globalThis.Date = class extends Date {
  constructor(...parts) {
    super(...(parts.length ? parts : [watched.noon]));
  }

  static now() {
    return watched.noon;
  }
};

addEventListener("securitypolicyviolation", (event) => {
  console.error(`the policy held back ${event.blockedURI} (${event.violatedDirective})`);
});

let shown = "";
new MutationObserver(() => {
  const headline = document.querySelector(".answer[data-state=answer] .headline")?.textContent ?? shown;
  if (headline !== shown) watched.headlines.push((shown = headline));
}).observe(document, { attributes: true, childList: true, subtree: true });

globalThis.Worker = class extends Worker {
  constructor(...options) {
    super(...options);
    super.addEventListener("error", ({ message }) => console.error("a worker failed:", message));
  }

  postMessage(message) {
    if (!("request" in message)) return super.postMessage(message);
    watched.requests.push(message.request);
    document.documentElement.dataset.asked = message.request;
    super.postMessage({ ...message, mayWarmUp: false }); // or each test would take longer
  }

  addEventListener(type, listener) {
    super.addEventListener(type, type === "message" ? (event) => hear(event, listener) : listener);
  }
};

function hear(event, listener) {
  if (!("reply" in event.data)) return listener(event);
  const pass = () => {
    watched.replies.push(event.data.reply);
    listener(event);
    document.documentElement.dataset.replies = watched.replies.length;
  };
  if (!watched.held) return pass();
  watched.held.push(pass);
  document.documentElement.dataset.held = watched.held.length;
}
