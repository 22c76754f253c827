/**
 * Runs in a worker, and keeps in `bench` how long each reply took to work out, in milliseconds; `ask` asks more.
 *
 * A reply is let go before the next is asked for, as a page does: kept, they fill the memory, and the browser stops for
 * a tenth of a second each time that it looks for what is free.
 */

const { postMessage } = self;
/** @type {number[]} */
const bench = [];
const OURS = -1; // the number of a question that the page knows nothing of
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
