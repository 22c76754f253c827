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
/** @type {unknown} */
let newest;

Reflect.set(self, "bench", bench);
self.postMessage = (/** @type {unknown} */ reply) => {
  replied = performance.now();
  newest = reply;
  if (Reflect.get(Object(reply), "number") !== OURS) postMessage(reply);
};
self.addEventListener("message", (question) => {
  if (question.data.number !== OURS) bench.push(replied - question.timeStamp);
});

/** @param {string} request */
function ask(request) {
  const asked = performance.now();
  self.dispatchEvent(new MessageEvent("message", { data: { number: OURS, request } }));
  const reply = Reflect.get(Object(newest), "reply");
  newest = undefined;
  return { time: replied - asked, reply };
}
Reflect.set(self, "ask", ask);
