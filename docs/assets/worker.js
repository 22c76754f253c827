/**
 * The worker: loads the runtime that its first message names, then answers requests.
 *
 * It reports how much has loaded, then that it's ready or why it isn't, and then a reply to each request by its number.
 */

/** @import { Manifest } from "./engine/start-python.js" */
/** @import { PyodideAPI } from "pyodide" */

/** @typedef {"network" | "missing" | "damaged" | "memory"} Failure why the runtime didn't load, or can't go on */
/** @typedef {Manifest & {afresh: boolean}} Order what to load, and whether to bypass the browser's cache */
/** @typedef {{number: number, request: string, mayWarmUp: boolean}} Question */
/** @typedef {{loaded: number} | {ready: true} | {failed: Failure} | {number: number, reply: string | null}} Said */
/** @typedef {{url: string, response: Promise<Response>, whole: Promise<Response>}} Coming a file that is being fetched */
/** @typedef {{python: PyodideAPI, respond: (request: string) => string}} Started */
/** @typedef {typeof import("./engine/start-python.js")} Starter */

const STARTER = new URL("engine/start-python.js", import.meta.url).href; // no page here names the site's root
const SIGN_OF_LIFE = 1000; // milliseconds between reports while loading
const WORTH_SAYING = 500_000; // bytes between reports
const WARM = 40; // answers, by which time the browser has optimised the code used most
const WARMING = 1000; // milliseconds to warm up for, at most
const DRAWING = 300; // milliseconds for the page to show the answer first

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
 * An exception in a calculator gives the reply null. After any other error the interpreter may be broken, so the error
 * goes to the page, which starts a new worker.
 * @param {Started} started
 * @param {Question} question
 */
function answer({ python, respond }, { number, request, mayWarmUp }) {
  try {
    say({ number, reply: respond(request) });
    if (mayWarmUp) warmUp(() => respond(request));
  } catch (fault) {
    if (deferred?.fault) return say({ failed: deferred.fault });
    if (!(fault instanceof python.ffi.PythonError)) throw fault;
    if (fault.type === "MemoryError") return say({ failed: "memory" });
    console.error(fault);
    say({ number, reply: null });
  }
}

let isWarm = false;

/**
 * Answers a request over and over without replying, so later answers are quicker, and fetches the rest of the runtime. A
 * new question waits for one of these answers at most.
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
  setTimeout(() => deferred?.fetchAhead(), DRAWING);
}

/**
 * Fetches all files at once and starts Python with them. Left to itself, Pyodide fetches one after another, and waits
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
    const starter = /** @type {Promise<Starter>} */ (importWhole(STARTER, 0, cache));
    handOver([wasm, archive], compile(wasm.response, reject), starter, cache);
    const scripts = ["pyodide.mjs", "pyodide.asm.mjs"].map(sized).map(([url, size]) => importWhole(url, size, cache));
    Promise.all([starter, ...scripts])
      .then(([ours, pyodide]) => start(ours, pyodide, runtime, lock))
      .then(resolve, reject);
  });
}

/**
 * @param {Starter} ours
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
 * Gives Pyodide the files that are already being fetched, each only if it arrives complete. Failures are reported
 * elsewhere; Pyodide wouldn't catch an early one.
 * @param {Coming[]} files
 * @param {Promise<WebAssembly.Module>} compiling
 * @param {Promise<Starter>} starter
 * @param {RequestCache} cache
 */
function handOver(files, compiling, starter, cache) {
  const { fetch } = self;
  const never = () => /** @type {Promise<Response>} */ (new Promise(() => {}));
  const coming = new Map(files.map(({ url, whole }) => [url, whole.catch(never)]));
  self.fetch = (input, options) => coming.get(String(input)) ?? fetch(input, options);
  WebAssembly.instantiateStreaming = async (_, imports = {}) => {
    const { DEFERRED, instantiate } = await starter;
    const part = (deferred = new Deferred(new URL(DEFERRED, files[0]?.url).href, cache));
    if (cache === "reload") await part.fetchAhead();
    return instantiate(await compiling, imports, () => part.module);
  };
}

/** The part of the WebAssembly that answers hardly ever need. */
class Deferred {
  #url;
  #cache;
  /** @type {WebAssembly.Module | undefined} */
  #module;
  #isComing = false;
  /** Why it couldn't be loaded. @type {Failure | undefined} */
  fault;

  /** @param {string} url @param {RequestCache} cache */
  constructor(url, cache) {
    this.#url = url;
    this.#cache = cache;
  }

  /** Fetches it while there's nothing else to do, so that the page also works if the connection fails later. */
  async fetchAhead() {
    if (this.#isComing) return;
    this.#isComing = true;
    const response = fetch(this.#url, { cache: this.#cache, priority: "low" });
    this.#module = await WebAssembly.compileStreaming(response).catch(() => undefined);
  }

  /** The compiled part. If it hasn't arrived, Python waits until it has. */
  get module() {
    return (this.#module ??= this.#fetchNow());
  }

  #fetchNow() {
    const request = new XMLHttpRequest();
    request.open("GET", this.#url, false);
    request.responseType = "arraybuffer";
    this.fault = "network";
    request.send();
    this.fault = request.status === 200 ? "damaged" : "missing";
    const module = new WebAssembly.Module(request.response);
    this.fault = undefined;
    return module;
  }
}

/** @type {Deferred | undefined} */
let deferred;

/**
 * Counts the bytes of a clone of the response: if WebAssembly is compiled from the original, the browser caches the
 * compiled code.
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
 * An import can't bypass the browser's cache, but a fetch before it can refresh the cache.
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
 * Why an import failed. The exception doesn't say, so this sends a request whose outcome does.
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
