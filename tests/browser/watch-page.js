// Runs before a page's own scripts. Sets the page's date, records the requests and replies of its worker and the
// headlines shown, and reports what the security policy blocks. The root element has the last request, the number of
// replies and the number of replies held back as attributes, which tests can wait for.

globalThis.watched = {
  noon: Date.parse("2026-11-22T12:00Z"),
  requests: [],
  replies: [],
  headlines: [],
  held: null,
  mayWarmUp: false, // warming up would make each test slower
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

  postMessage(message, transfer) {
    if (!("request" in message)) return super.postMessage(message, transfer);
    watched.requests.push(message.request);
    document.documentElement.dataset.asked = message.request;
    super.postMessage({ ...message, mayWarmUp: watched.mayWarmUp });
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
