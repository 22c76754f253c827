/**
 * Runs in a worker. Records in `bench` how long each reply took to calculate, in milliseconds. `ask` sends more
 * requests.
 *
 * Each reply is released before the next request, as on a page. Keeping them all would fill the memory, and each
 * garbage collection would then stop the browser for a tenth of a second.
 */

const { postMessage } = self;
/** @type {number[]} */
const bench = [];
const OURS = -1; // the `number` of every request that doesn't come from the page
let replied = 0;
/** @type {((reply: unknown) => void) | undefined} */
let isAnswered;

Reflect.set(self, "bench", bench);
self.postMessage = (/** @type {unknown} */ said) => {
  replied = performance.now();
  if (Reflect.get(Object(said), "number") === OURS) isAnswered?.(Reflect.get(Object(said), "reply") ?? "no answer");
  else postMessage(said);
};
self.addEventListener("message", (question) => {
  if (question.data.number !== OURS) bench.push(replied - question.timeStamp);
});

/** @param {string} request */
async function ask(request) {
  const asked = performance.now();
  const reply = await new Promise((resolve) => {
    isAnswered = resolve;
    self.dispatchEvent(new MessageEvent("message", { data: { number: OURS, request } }));
  });
  return { time: replied - asked, reply };
}
Reflect.set(self, "ask", ask);
