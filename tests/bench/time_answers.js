/**
 * Runs before a page's own scripts. Asks `bench.first` as soon as the page listens for input, then resolves
 * `bench.answered` to the times measured. `bench.again` asks more questions. Times are in milliseconds.
 */

/** @typedef {{typed: string, texts: string[]}} Question what to type, and texts that the correct answer contains */
/** @typedef {{answered: number, roundTrip: number}} Answered `roundTrip` is the time to the worker and back */

const PATIENCE = 60_000;
const bench = Reflect.get(globalThis, "bench");
/** @type {PerformanceEntry[]} */
const tasks = [];
const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
let sent = 0;
let roundTrip = 0;

observer.observe({ type: "longtask", buffered: true });
watchWorkers();
bench.answered = listening().then(begin);
bench.again = again;

async function begin() {
  if (!bench.first) return null;
  const touched = performance.now();
  await ask(bench.first);
  await drawn();
  const seen = performance.now();
  tasks.push(...observer.takeRecords());
  const before = tasks.filter((task) => task.startTime < seen);
  return { touched, seen, tasks: before.map(({ startTime, duration }) => ({ start: startTime, duration })) };
}

/** Waits until the page listens for input. */
function listening() {
  const { addEventListener } = EventTarget.prototype;
  return new Promise((resolve) => {
    /** @param {Parameters<typeof addEventListener>} listening */
    EventTarget.prototype.addEventListener = function (...listening) {
      addEventListener.apply(this, listening);
      const field = document.querySelector("#q-amount_owed");
      if (listening[0] === "input" && this instanceof Node && field && this.contains(field)) resolve(field);
    };
  });
}

/** Asks the questions one after another, waiting each time until the answer is drawn. @param {Question[]} questions */
async function again(questions) {
  const measured = [];
  for (const question of questions) {
    measured.push(await ask(question));
    await drawn();
  }
  return measured;
}

/**
 * Types an amount, and waits until the page shows the correct answer.
 * @param {Question} question
 * @returns {Promise<Answered>}
 */
function ask({ typed, texts }) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector("#q-amount_owed"));
  const answer = /** @type {HTMLElement} */ (document.querySelector(".answer"));
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no right answer to ${typed}: ${answer.textContent}`)), PATIENCE);
    const watch = new MutationObserver(() => {
      if (answer.dataset.state !== "answer" || !texts.every((text) => answer.textContent?.includes(text))) return;
      resolve({ answered: performance.now() - asked, roundTrip });
      clearTimeout(late);
      watch.disconnect();
    });
    watch.observe(answer, { attributes: true, childList: true, subtree: true });
    input.focus();
    input.value = typed;
    const asked = performance.now();
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}

/** Waits until the latest changes are drawn, that is, until the frame after next. */
function drawn() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Sets `roundTrip` to the time between the latest message to a worker and the reply. */
function watchWorkers() {
  const { postMessage } = Worker.prototype;
  const known = new WeakSet();
  /** @this {Worker} @param {unknown} message */
  Worker.prototype.postMessage = function (message) {
    if (!known.has(this)) this.addEventListener("message", (event) => (roundTrip = event.timeStamp - sent));
    known.add(this);
    sent = performance.now();
    postMessage.call(this, message);
  };
}
