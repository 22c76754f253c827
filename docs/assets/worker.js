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
/**
 * @typedef {{alive: true} | {fetching: true} | {ready: true} | {failed: Failure} | {number: number, reply: string | null}
 *   | {number: number, lacking: Failure}} Said `lacking` says why an answer's modules couldn't be loaded
 */
/** @typedef {{python: PyodideAPI, respond: (request: string) => string, modules: Modules}} Started */
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
  if (fault instanceof Failed) return fault.reason;
  const isMemory = fault instanceof RangeError || Reflect.get(Object(fault), "type") === "MemoryError";
  return isMemory ? "memory" : "damaged";
}

/**
 * An exception in a calculator gives the reply null. After any other error the interpreter may be broken, so the error
 * goes to the page, which starts a new worker.
 * @param {Started} started
 * @param {Question} question
 */
function answer(started, question) {
  const { python, respond, modules } = started;
  const { number, request, mayWarmUp } = question;
  try {
    say({ number, reply: respond(request) });
    if (mayWarmUp) warmUp(() => respond(request), modules);
  } catch (fault) {
    if (modules.areLacking(fault)) return void loadAndAnswer(started, question);
    if (deferred?.fault) return say({ failed: deferred.fault });
    if (!(fault instanceof python.ffi.PythonError)) throw fault;
    if (fault.type === "MemoryError") return say({ failed: "memory" });
    console.error(fault);
    say({ number, reply: null });
  }
}

/** @param {Started} started @param {Question} question */
async function loadAndAnswer(started, question) {
  say({ fetching: true });
  try {
    await started.modules.loadFor(question.request);
    setTimeout(answer, 0, started, question); // an error there goes to the page, but one here wouldn't
  } catch (fault) {
    say({ number: question.number, lacking: reasonOf(fault) });
  }
}

let isWarm = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/**
 * Answers a request over and over without replying, so later answers are quicker. A new question waits for one of these
 * answers at most. Once there's no new question for a while, fetches the rest of the runtime.
 * @param {() => string} respond
 * @param {Modules} modules
 */
function warmUp(respond, modules) {
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
    modules.loadAhead();
    deferred?.fetchAhead();
  }, PAUSE);
}

/**
 * Imports all scripts at once and starts Python. Left to itself, Pyodide imports one after another.
 * @param {Order} order
 * @returns {Promise<Started>}
 */
async function start(order) {
  const { runtime, lock, afresh } = order;
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
  const modules = new Modules(order, cache, starter, python);
  modules.add(order.modules, (await downloaded).bundle);
  return { python, respond: starter.openCalculators(python), modules };
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

/** The bundles of modules that Python can import from, besides its archive. */
class Modules {
  #order;
  #starter;
  #python;
  #cache;
  /** @type {Set<string>} */
  #loaded = new Set();
  /** @type {Map<string, Promise<void>>} */
  #loading = new Map();

  /** @param {Order} order @param {RequestCache} cache @param {Starter} starter @param {PyodideAPI} python */
  constructor(order, cache, starter, python) {
    this.#order = order;
    this.#cache = cache;
    this.#starter = starter;
    this.#python = python;
  }

  /** @param {string} name @param {ArrayBuffer} content */
  add(name, content) {
    this.#starter.addModules(this.#python, new Uint8Array(content));
    this.#loaded.add(name);
  }

  /** Whether an answer failed for want of a module that can still be loaded. @param {unknown} fault */
  areLacking(fault) {
    return this.#starter.lacksModules(fault) && !this.#loaded.has(this.#starter.REST);
  }

  /** Loads the bundle of the request's calculator or, if that is loaded, the rest. @param {string} request */
  async loadFor(request) {
    const own = this.#starter.bundleFor(this.#order, JSON.parse(request).calculator);
    await this.#load(this.#loaded.has(own) ? this.#starter.REST : own);
  }

  /** Loads the rest while there's nothing else to do, so that the page also works if the connection fails later. */
  loadAhead() {
    this.#load(this.#starter.REST, "low").catch(() => undefined);
  }

  /** @param {string} name @param {RequestPriority} [priority] */
  async #load(name, priority = "auto") {
    if (this.#loaded.has(name)) return;
    const loading = this.#loading.get(name) ?? this.#fetch(name, priority);
    this.#loading.set(name, loading);
    await loading.finally(() => this.#loading.delete(name));
  }

  /** @param {string} name @param {RequestPriority} priority */
  async #fetch(name, priority) {
    const url = this.#order.runtime + name;
    const response = await fetch(url, { cache: this.#cache, priority }).catch(() => undefined);
    if (!response?.ok) throw new Failed(response ? "missing" : "network", url);
    const content = await response.arrayBuffer().catch(() => undefined);
    if (!content) throw new Failed("network", url);
    try {
      this.add(name, content);
    } catch (fault) {
      this.#cache = "reload"; // the damaged file may be in the browser's cache
      throw fault;
    }
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
