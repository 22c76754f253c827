/**
 * The worker: loads the runtime that its first message names, then answers requests.
 *
 * It reports how much has loaded, then that it is ready or why it is not, and then a reply to each request by its number.
 */

/** @import { Manifest } from "./engine/start-python.js" */
/** @import { PyodideAPI } from "pyodide" */

/** @typedef {"network" | "missing" | "damaged" | "memory"} Failure why the runtime did not load, or cannot continue */
/** @typedef {Manifest & {afresh: boolean}} Order what to load, and whether to bypass the browser's cache */
/** @typedef {{number: number, request: string, mayWarmUp: boolean}} Question */
/** @typedef {{loaded: number} | {ready: true} | {failed: Failure} | {number: number, reply: string | null}} Said */
/** @typedef {{url: string, response: Promise<Response>, whole: Promise<Response>}} Coming a file that is being fetched */
/** @typedef {{python: PyodideAPI, respond: (request: string) => string}} Started */

const STARTER = new URL("engine/start-python.js", import.meta.url).href; // a worker has no page to name the site’s root
const SIGN_OF_LIFE = 1000; // milliseconds
const WORTH_SAYING = 500_000; // bytes
const WARM = 40; // answers, after which the browser has compiled well what is used most
const WARMING = 1000; // milliseconds
const DRAWING = 300; // milliseconds that the page has to itself to show the answer

/** @param {Said} said */
const say = (said) => self.postMessage(said);

class Failed extends Error {
  /** @param {Failure} reason @param {string} url */
  constructor(reason, url) {
    super(`${reason}: ${url}`);
    this.reason = reason;
  }
}

self.addEventListener("message", open, { once: true });

/** @param {MessageEvent<Order>} event */
async function open({ data: order }) {
  const alive = setInterval(() => say({ loaded }), SIGN_OF_LIFE);
  try {
    const started = await load(order);
    self.addEventListener("message", ({ data }) => answer(started, data));
    say({ ready: true });
  } catch (fault) {
    console.warn(fault);
    say({ failed: fault instanceof Failed ? fault.reason : fault instanceof RangeError ? "memory" : "damaged" });
  } finally {
    clearInterval(alive);
  }
}

/**
 * An exception in a calculator gives the reply null. After any other the interpreter may be broken: the error reaches the
 * page, which starts a new worker.
 * @param {Started} started
 * @param {Question} question
 */
function answer({ python, respond }, { number, request, mayWarmUp }) {
  try {
    say({ number, reply: respond(request) });
    if (mayWarmUp) warmUp(() => respond(request));
  } catch (fault) {
    if (!(fault instanceof python.ffi.PythonError)) throw fault;
    if (fault.type === "MemoryError") return say({ failed: "memory" });
    console.error(fault);
    say({ number, reply: null });
  }
}

let isWarm = false;

/**
 * Answers a request again and again and says nothing, so that the next answers come sooner. A question goes first: it
 * waits for one of these at most.
 * @param {() => string} respond
 */
function warmUp(respond) {
  const until = performance.now() + DRAWING + WARMING;
  let left = isWarm ? 0 : WARM;
  isWarm = true;
  const again = () => {
    if (left-- <= 0 || performance.now() > until) return;
    respond();
    setTimeout(again);
  };
  setTimeout(again, DRAWING);
}

/**
 * Fetches everything at once and starts Python with it. By itself, Pyodide fetches one file after the other, and waits
 * for ever if one never arrives.
 * @param {Order} order
 * @returns {Promise<Started>}
 */
function load({ runtime, bytes, lock, afresh }) {
  return new Promise((resolve, reject) => {
    const cache = afresh ? "reload" : "default";
    /** @param {string} name */
    const sized = (name) => /** @type {const} */ ([runtime + name, bytes[name] ?? 0]);
    const [wasm, archive] = /** @type {[Coming, Coming]} */ (
      ["pyodide.asm.wasm", "python.zip"].map(sized).map(([url, size]) => fetchWhole(url, size, cache))
    );
    for (const { whole } of [wasm, archive]) whole.catch(reject);
    handOver([wasm, archive], compile(wasm.response, reject));
    const scripts = ["pyodide.mjs", "pyodide.asm.mjs"].map(sized).map(([url, size]) => importWhole(url, size, cache));
    Promise.all([importWhole(STARTER, 0, cache), ...scripts])
      .then(([ours, pyodide]) => start(ours, pyodide, runtime, lock))
      .then(resolve, reject);
  });
}

/**
 * @param {typeof import("./engine/start-python.js")} ours
 * @param {typeof import("pyodide")} pyodide
 * @param {string} folder
 * @param {Manifest["lock"]} info
 * @returns {Promise<Started>}
 */
async function start({ startPython, openCalculators }, { loadPyodide }, folder, info) {
  const python = await startPython(loadPyodide, folder, info);
  return { python, respond: openCalculators(python) };
}

/**
 * @param {Promise<Response>} response
 * @param {(fault: unknown) => void} reject
 */
function compile(response, reject) {
  const module = WebAssembly.compileStreaming(response);
  module.catch(reject);
  return module;
}

/**
 * Gives Pyodide the files that are already being fetched: complete, or never. A failure is reported elsewhere, and Pyodide
 * would not catch one that comes early.
 * @param {Coming[]} files
 * @param {Promise<WebAssembly.Module>} compiling
 */
function handOver(files, compiling) {
  const { fetch } = self;
  const never = () => /** @type {Promise<Response>} */ (new Promise(() => {}));
  const coming = new Map(files.map(({ url, whole }) => [url, whole.catch(never)]));
  self.fetch = (input, options) => coming.get(String(input)) ?? fetch(input, options);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiling;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/**
 * Counts a clone of the response: WebAssembly that is compiled from the original is cached by the browser, compiled.
 * @param {string} url
 * @param {number} size
 * @param {RequestCache} cache
 * @returns {Coming}
 */
function fetchWhole(url, size, cache) {
  const response = fetch(url, { cache }).then(
    (response) => {
      if (!response.ok) throw new Failed("missing", url);
      return response;
    },
    () => {
      throw new Failed("network", url);
    },
  );
  const whole = response.then(async (response) => {
    await count(response.clone(), size);
    return response;
  });
  return { url, response, whole };
}

/**
 * @param {Response} response
 * @param {number} size
 */
async function count(response, size) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  let received = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      received += part.value.length;
      tally(part.value.length);
    }
  } catch {
    throw new Failed("network", response.url);
  }
  if (received !== size) throw new Failed("damaged", response.url);
}

/**
 * An import cannot bypass the browser's cache, but a fetch before it can refresh the cache.
 * @param {string} url
 * @param {number} size
 * @param {RequestCache} cache
 */
async function importWhole(url, size, cache) {
  try {
    if (cache === "reload") await fetch(url, { cache });
    const module = await import(url);
    tally(size);
    return module;
  } catch {
    throw new Failed(await whyNot(url), url);
  }
}

/**
 * Why an import failed. The exception does not say, so this asks again with a request whose outcome does.
 * @param {string} url
 * @returns {Promise<Failure>}
 */
async function whyNot(url) {
  try {
    return (await fetch(url, { method: "HEAD" })).ok ? "damaged" : "missing";
  } catch {
    return "network";
  }
}

let loaded = 0;
let said = 0;

/** @param {number} received bytes */
function tally(received) {
  loaded += received;
  if (loaded - said < WORTH_SAYING) return;
  said = loaded;
  say({ loaded });
}
