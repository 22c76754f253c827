/**
 * The page's one worker: starts it when the reader is about to need it, downloads the runtime for it, sends it each
 * form's latest request, and restarts it if it fails or goes silent.
 */

import { savesData } from "../lib/saves-data.js";
import { SITE } from "../lib/site.js";
import { download, DownloadError } from "./download.js";
import { ARCHIVE, bundleFor, WASM } from "./start-python.js";

/** @import { Failure, Said } from "../worker.js" */
/** @import { Manifest } from "./start-python.js" */

/** @typedef {Failure | "cancelled" | "unsupported" | "crashed"} Reason why no worker is running */

/**
 * @typedef {object} Asker a form, from the engine's side
 * @property {(loaded: number, total: number) => void} loading
 * @property {() => void} slow loading takes a long time
 * @property {() => void} ready
 * @property {(reason: Reason) => void} stopped
 * @property {(reply: string | null) => void} answered
 * @property {boolean} [isBeside] whether it asks for something beside a form's own answer, which the form can do without
 */

const SCRIPT = new URL("assets/worker.js", SITE);
const WORTH_SAYING = 500_000; // bytes between reports
const SLOW = 15_000; // milliseconds
const SILENT_IN_LOADING = 30_000;
const SILENT_IN_ANSWERING = 10_000;
const SILENT_IN_FETCHING = 180_000; // as an answer needs more of the runtime
const RESTARTS = 2; // in a row, without an answer in between

/** The engine of this page, or undefined if the page needs none. */
export function engineOfPage() {
  const config = document.getElementById("calculator-runtime");
  return config ? new Engine(JSON.parse(config.textContent ?? "")) : undefined;
}

export class Engine {
  #manifest;
  /** The bundle of modules that this page needs. */
  #modules = "";
  #total = 0;
  /** @type {Set<Asker>} */
  #askers = new Set();
  /** @type {Map<Asker, string>} */
  #waiting = new Map();
  /** @type {{asker: Asker, request: string, number: number} | undefined} */
  #asked;
  /** @type {Worker | undefined} */
  #worker;
  #downloading = new AbortController();
  #downloaded = 0;
  /** @type {"idle" | "loading" | "ready" | Reason} */
  #state = "idle";
  #number = 0;
  #restarts = 0;
  #hasRun = false;
  /** Whether to bypass the browser's cache, as the damaged file may be a cached one. */
  #afresh = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #slow;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silence;

  /** @param {Manifest} manifest */
  constructor(manifest) {
    this.#manifest = { ...manifest, runtime: new URL(manifest.runtime, SITE).href };
  }

  /** Starts loading, unless it has begun already. @param {Asker} asker */
  wanted(asker) {
    if (!this.#askers.has(asker) && this.#state === "ready") asker.ready();
    this.#askers.add(asker);
    if (this.#state === "idle") this.#load();
  }

  /** Forgets a form whose page has been replaced. @param {Asker} asker */
  leave(asker) {
    this.#askers.delete(asker);
    this.#waiting.delete(asker);
  }

  /** Whether the worker is ready to answer. */
  get runs() {
    return this.#state === "ready";
  }

  /**
   * Sends a request, replacing any that this form has waiting.
   * @param {Asker} asker
   * @param {string} request
   */
  ask(asker, request) {
    const other = this.#state === "crashed" && this.#waiting.get(asker) !== request;
    this.#waiting.set(asker, request);
    this.wanted(asker);
    if (other) this.retry();
    this.#next();
  }

  /** Loads again after a failure, if the reader asks for it. */
  retry() {
    this.#restarts = 0;
    this.#afresh ||= this.#state === "damaged" || (this.#state === "network" && !this.#hasRun);
    if (!this.#worker) this.#load();
  }

  cancel() {
    this.#stop("cancelled");
  }

  #load() {
    this.#state = "loading";
    const calculator = document.querySelector("[data-calculator]")?.getAttribute("data-calculator");
    const isKept = navigator.serviceWorker?.controller; // the guide is on this device, and has all modules in one bundle
    this.#modules = bundleFor(this.#manifest, isKept ? null : calculator);
    this.#total = [WASM, ARCHIVE, this.#modules].reduce((sum, name) => sum + (this.#manifest.bytes[name] ?? 0), 0);
    this.#tell((asker) => asker.loading(0, this.#total));
    this.#slow ??= setTimeout(() => this.#tell((asker) => asker.slow()), SLOW);
    if (this.#starts()) this.#expect(SILENT_IN_LOADING);
    else this.#stop("unsupported");
  }

  /** Starts a worker, and says whether that worked; some browsers throw. */
  #starts() {
    try {
      return this.#spawn();
    } catch {
      return false;
    }
  }

  /** Starts a worker. A browser that supports module workers reads the option `type`. */
  #spawn() {
    let known = false;
    const options = {
      /** @returns {"module"} */
      get type() {
        known = true;
        return "module";
      },
    };
    const worker = new Worker(SCRIPT, options);
    worker.addEventListener("message", ({ data }) => this.#heard(worker, data));
    worker.addEventListener("messageerror", () => this.#lost(worker));
    worker.addEventListener("error", (event) => this.#failed(worker, event instanceof ErrorEvent));
    worker.postMessage({ ...this.#manifest, modules: this.#modules, afresh: this.#afresh });
    this.#worker = worker;
    const isSupported = known && typeof WebAssembly === "object";
    if (isSupported) this.#download(worker);
    return isSupported;
  }

  /** Downloads the large files, and passes them to the worker. @param {Worker} worker */
  async #download(worker) {
    this.#downloading = new AbortController();
    const options = /** @type {const} */ ({ cache: this.#afresh ? "reload" : "default", signal: this.#downloading.signal });
    let said = (this.#downloaded = 0);
    const received = (/** @type {number} */ bytes) => {
      if (worker !== this.#worker) return;
      this.#downloaded += bytes;
      if (this.#downloaded - said < WORTH_SAYING) return;
      said = this.#downloaded;
      this.#showProgress();
    };
    try {
      const files = await download(this.#manifest, this.#modules, options, received);
      if (worker === this.#worker) worker.postMessage(files, [files.archive, files.bundle]);
    } catch (fault) {
      if (worker !== this.#worker) return;
      console.warn(fault);
      this.#stop(fault instanceof DownloadError ? fault.reason : "memory");
    }
  }

  /** @param {Worker} worker @param {Said} said */
  #heard(worker, said) {
    if (worker !== this.#worker) return;
    if ("failed" in said) this.#stop(said.failed);
    else if ("alive" in said) this.#loading();
    else if ("fetching" in said) this.#expect(SILENT_IN_FETCHING);
    else if ("ready" in said) this.#ready();
    else if (said.number !== this.#asked?.number) return;
    else if ("reply" in said) this.#answered(said.reply);
    else if (this.#asked?.asker.isBeside) this.#answered(null);
    else this.#stop(said.lacking);
  }

  #loading() {
    this.#expect(SILENT_IN_LOADING);
    this.#showProgress();
  }

  #showProgress() {
    this.#tell((asker) => asker.loading(this.#downloaded, this.#total));
  }

  #ready() {
    this.#state = "ready";
    this.#hasRun = true;
    this.#afresh = false;
    this.#quiet();
    this.#tell((asker) => asker.ready());
    this.#next();
  }

  #next() {
    const [first] = this.#waiting;
    if (this.#state !== "ready" || this.#asked || !first) return;
    const [asker, request] = first;
    this.#waiting.delete(asker);
    this.#asked = { asker, request, number: ++this.#number };
    this.#worker?.postMessage({ number: this.#number, request, mayWarmUp: mayWarmUp() });
    this.#expect(SILENT_IN_ANSWERING);
  }

  /** @param {string | null} reply */
  #answered(reply) {
    const asker = /** @type {Asker} */ (this.#asked?.asker);
    this.#asked = undefined;
    this.#restarts = 0;
    this.#quiet();
    if (this.#askers.has(asker) && !this.#waiting.has(asker)) asker.answered(reply);
    this.#next();
  }

  /**
   * Restarts a worker that ran and threw. If its script never loaded, another attempt would fail in the same way.
   * @param {Worker} worker
   * @param {boolean} ran
   */
  async #failed(worker, ran) {
    if (ran) return this.#lost(worker);
    const response = await fetch(SCRIPT, { method: "HEAD" }).catch(() => undefined);
    if (worker === this.#worker) this.#stop(response && !response.ok ? "missing" : "network");
  }

  /** @param {Worker} worker */
  #lost(worker) {
    if (worker !== this.#worker) return;
    if (this.#restarts === RESTARTS) this.#stop("crashed");
    else {
      this.#restarts += 1;
      this.#end();
      this.#load();
    }
  }

  /** Restarts the worker if it sends nothing in time. @param {number} patience milliseconds */
  #expect(patience) {
    clearTimeout(this.#silence);
    const worker = this.#worker;
    this.#silence = setTimeout(() => worker && this.#lost(worker), patience);
  }

  #quiet() {
    clearTimeout(this.#silence);
    clearTimeout(this.#slow);
    this.#slow = undefined;
  }

  /** Ends the worker, and queues the request it was working on again unless there's a newer one. */
  #end() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#downloading.abort();
    this.#quiet();
    if (this.#asked && this.#askers.has(this.#asked.asker) && !this.#waiting.has(this.#asked.asker)) {
      this.#waiting.set(this.#asked.asker, this.#asked.request);
    }
    this.#asked = undefined;
  }

  /** @param {Reason} reason */
  #stop(reason) {
    this.#end();
    this.#state = reason;
    this.#tell((asker) => asker.stopped(reason));
  }

  /** @param {(asker: Asker) => void} news */
  #tell(news) {
    for (const asker of this.#askers) news(asker);
  }
}

/** Whether to warm up the worker: only if the page is visible and the device isn't saving data. */
const mayWarmUp = () => document.visibilityState === "visible" && !savesData();
