/** Runs in a worker, and keeps in `bench` how long each reply took to work out, in milliseconds. */

const { postMessage } = self;
/** @type {number[]} */
const bench = [];
let replied = 0;

Reflect.set(self, "bench", bench);
self.postMessage = (/** @type {unknown} */ reply) => {
  replied = performance.now();
  postMessage(reply);
};
self.addEventListener("message", (question) => bench.push(replied - question.timeStamp));
