/**
 * Runs in a worker. Keeps in `bench` how long each reply took to work out, in milliseconds; `ask` sends more requests.
 *
 * Each reply is released before the next request, as on a page. If they were all kept, they would fill the memory, and
 * the browser would stop for a tenth of a second at each garbage collection.
 */

const { postMessage } = self;
/** @type {number[]} */
const bench = [];
const OURS = -1; // the number of a request that the page doesn't know about
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
