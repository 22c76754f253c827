/**
 * The worker: starts the runtime that its first message names, then answers requests.
 *
 * The page downloads the large files meanwhile, and sends them. The worker reports that it's alive, then that it's ready
 * or why it isn't, and then a reply to each request by its number.
 */

/** @import { Downloaded } from "./engine/download.js" */
/** @import { Manifest } from "./engine/start-python.js" */
/** @import { PyodideAPI } from "pyodide" */

/** @typedef {"network" | "missing" | "damaged" | "memory"} Failure why the runtime didn't load, or can't go on */
/**
 * @typedef {Manifest & {modules: string, afresh: boolean}} Order what to load, which bundle of modules the page sends, and
 *   whether to bypass the browser's cache
 */
/** @typedef {{number: number, request: string, mayWarmUp: boolean}} Question */
/** @typedef {{alive: true} | {fetching: true} | {ready: true} | {failed: Failure} | {number: number, reply: string | null}} Said */
/** @typedef {{python: PyodideAPI, respond: (request: string) => string, rest: OtherModules}} Started */
/** @typedef {typeof import("./engine/start-python.js")} Starter */

const STARTER = new URL("engine/start-python.js", import.meta.url).href; // no page here names the site's root
const SIGN_OF_LIFE = 1000; // milliseconds between reports while loading
const WARM = 40; // answers, by which time the browser has optimised the code used most
const WARMING = 1000; // milliseconds to warm up for, at most
const DRAWING = 300; // milliseconds for the page to show the answer first
const PAUSE = 1000; // milliseconds without a new question

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
  const alive = setInterval(() => say({ alive: true }), SIGN_OF_LIFE);
  try {
    const started = await start(order);
    self.addEventListener("message", ({ data }) => answer(started, data));
    say({ ready: true });
  } catch (fault) {
    say({ failed: reasonOf(fault) });
  } finally {
    clearInterval(alive);
  }
}

/** @param {unknown} fault @returns {Failure} */
function reasonOf(fault) {
  console.warn(fault);
  return fault instanceof Failed ? fault.reason : fault instanceof RangeError ? "memory" : "damaged";
}

/**
 * An exception in a calculator gives the reply null. After any other error the interpreter may be broken, so the error
 * goes to the page, which starts a new worker.
 * @param {Started} started
 * @param {Question} question
 */
function answer(started, question) {
  const { python, respond, rest } = started;
  const { number, request, mayWarmUp } = question;
  try {
    say({ number, reply: respond(request) });
    if (mayWarmUp) warmUp(() => respond(request), rest);
  } catch (fault) {
    if (rest.isNeededAfter(fault)) return void answerWithRest(started, question);
    if (deferred?.fault) return say({ failed: deferred.fault });
    if (!(fault instanceof python.ffi.PythonError)) throw fault;
    if (fault.type === "MemoryError") return say({ failed: "memory" });
    console.error(fault);
    say({ number, reply: null });
  }
}

/** @param {Started} started @param {Question} question */
async function answerWithRest(started, question) {
  say({ fetching: true });
  try {
    await started.rest.load();
    setTimeout(answer, 0, started, question); // an error there goes to the page, but one here wouldn't
  } catch (fault) {
    say({ failed: reasonOf(fault) });
  }
}

let isWarm = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/**
 * Answers a request over and over without replying, so later answers are quicker. A new question waits for one of these
 * answers at most. Once there's no new question for a while, fetches the rest of the runtime.
 * @param {() => string} respond
 * @param {OtherModules} rest
 */
function warmUp(respond, rest) {
  const until = performance.now() + DRAWING + WARMING;
  let left = isWarm ? 0 : WARM;
  isWarm = true;
  const again = () => {
    if (left-- <= 0 || performance.now() > until) return;
    respond();
    setTimeout(again);
  };
  setTimeout(again, DRAWING);
  clearTimeout(pause);
  pause = setTimeout(() => {
    rest.load().catch(() => undefined);
    deferred?.fetchAhead();
  }, PAUSE);
}

/**
 * Imports all scripts at once and starts Python. Left to itself, Pyodide imports one after another.
 * @param {Order} order
 * @returns {Promise<Started>}
 */
async function start({ runtime, lock, modules, afresh }) {
  const cache = afresh ? "reload" : "default";
  const downloaded = /** @type {Promise<Downloaded>} */ (
    new Promise((resolve) => self.addEventListener("message", ({ data }) => resolve(data), { once: true }))
  );
  const [starter, pyodide] = /** @type {[Starter, typeof import("pyodide"), ...unknown[]]} */ (
    await Promise.all(
      [STARTER, `${runtime}pyodide.mjs`, `${runtime}pyodide.asm.mjs`].map((url) => importFresh(url, cache)),
    )
  );
  deferred = new Deferred(runtime + starter.DEFERRED, cache);
  handOver(runtime, downloaded, starter, deferred);
  const python = await starter.startPython(pyodide.loadPyodide, runtime, lock);
  starter.addModules(python, new Uint8Array((await downloaded).bundle));
  const rest = new OtherModules(runtime + starter.REST, cache, python, starter, modules === starter.REST);
  return { python, respond: starter.openCalculators(python), rest };
}

/**
 * Gives Pyodide the files that the page downloads.
 * @param {string} runtime
 * @param {Promise<Downloaded>} downloaded
 * @param {Starter} starter
 * @param {Deferred} deferred
 */
function handOver(runtime, downloaded, { ARCHIVE, WASM, instantiate }, deferred) {
  const { fetch } = self;
  self.fetch = async (input, options) => {
    const url = String(input);
    if (url === runtime + WASM) return new Response();
    if (url === runtime + ARCHIVE) return new Response((await downloaded).archive);
    return fetch(input, options);
  };
  WebAssembly.instantiateStreaming = async (_, imports = {}) =>
    instantiate((await downloaded).module, imports, () => deferred.module);
}

/** The modules that neither the archive nor the page's own bundle has. */
class OtherModules {
  #url;
  #cache;
  #python;
  #starter;
  #isLoaded;
  /** @type {Promise<void> | undefined} */
  #loading;

  /**
   * @param {string} url
   * @param {RequestCache} cache
   * @param {PyodideAPI} python
   * @param {Starter} starter
   * @param {boolean} isLoaded
   */
  constructor(url, cache, python, starter, isLoaded) {
    this.#url = url;
    this.#cache = cache;
    this.#python = python;
    this.#starter = starter;
    this.#isLoaded = isLoaded;
  }

  /** Whether an answer failed for want of these modules. @param {unknown} fault */
  isNeededAfter(fault) {
    return !this.#isLoaded && this.#starter.lacksModules(fault);
  }

  async load() {
    if (this.#isLoaded) return;
    this.#loading ??= this.#fetch();
    await this.#loading.finally(() => (this.#loading = undefined));
  }

  async #fetch() {
    const response = await fetch(this.#url, { cache: this.#cache }).catch(() => undefined);
    if (!response?.ok) throw new Failed(response ? "missing" : "network", this.#url);
    const content = await response.arrayBuffer().catch(() => undefined);
    if (!content) throw new Failed("network", this.#url);
    this.#starter.addModules(this.#python, new Uint8Array(content));
    this.#isLoaded = true;
  }
}

/** The part of the WebAssembly that answers hardly ever need. */
class Deferred {
  #url;
  #cache;
  /** @type {WebAssembly.Module | undefined} */
  #module;
  #isFetching = false;
  /** Why it couldn't be loaded. @type {Failure | undefined} */
  fault;

  /** @param {string} url @param {RequestCache} cache */
  constructor(url, cache) {
    this.#url = url;
    this.#cache = cache;
  }

  /** Fetches it while there's nothing else to do, so that the page also works if the connection fails later. */
  async fetchAhead() {
    if (this.#module || this.#isFetching) return;
    this.#isFetching = true;
    const response = fetch(this.#url, { cache: this.#cache, priority: "low" });
    this.#module ??= await WebAssembly.compileStreaming(response).catch(() => undefined);
    this.#isFetching = false;
  }

  /** The compiled part. If it hasn't arrived, Python waits until it has. */
  get module() {
    return (this.#module ??= this.#fetchNow());
  }

  #fetchNow() {
    say({ fetching: true });
    const request = new XMLHttpRequest();
    request.open("GET", this.#cache === "reload" ? `${this.#url}?again` : this.#url, false); // it can't bypass the cache
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
 * An import can't bypass the browser's cache, but a fetch before it can refresh the cache.
 * @param {string} url
 * @param {RequestCache} cache
 */
async function importFresh(url, cache) {
  try {
    if (cache === "reload") await fetch(url, { cache });
    return await import(url);
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
