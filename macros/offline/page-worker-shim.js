// The first script on every page of the offline copy, which opens from a folder. It starts workers, which a browser
// wouldn't start by their address there, and makes links to a folder lead to the page in it.

(() => {
  /** @type {Record<string, string[]>} the files that a worker needs, by its name */
  const PARTS = {};
  const ROOT = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const CARRIED = `${ROOT}assets/carried/`;
  const { Worker } = globalThis;
  /** @type {Record<string, string>} */
  const texts = {};
  /** @type {Record<string, Promise<void>>} */
  const coming = {};

  globalThis.offlineCopy = {
    carry(name, text) {
      texts[name] = text;
    },
  };

  /** @param {string} name */
  function bring(name) {
    coming[name] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${CARRIED}${name.split("/").at(-1)}.js`;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => {
        delete coming[name];
        reject(new Error(`the copy lacks ${name}`));
      });
      document.head.append(script);
    });
    return coming[name];
  }

  /** @param {string} name */
  async function start(name) {
    const parts = PARTS[name] ?? [name];
    await Promise.all(parts.map(bring));
    const address = URL.createObjectURL(new Blob([texts[name] ?? ""], { type: "text/javascript" }));
    const worker = new Worker(address);
    const files = parts.filter((part) => part !== name).map((part) => [part.split("/").at(-1), texts[part]]);
    if (files.length) worker.postMessage(Object.fromEntries(files));
    return worker;
  }

  /** A worker whose script may still be loading. Messages to it wait until then. */
  class Carried extends EventTarget {
    #worker;
    #ended = false;

    /** @param {string | URL} address @param {WorkerOptions} [options] */
    constructor(address, options) {
      super();
      void options?.type; // read, so the caller sees that module workers are supported
      this.#worker = start(new URL(address, location.href).href.replace(ROOT, ""));
      this.#worker.then((worker) => this.#pass(worker), (fault) => this.#lack(fault));
    }

    /** @param {unknown} message */
    postMessage(message) {
      this.#worker.then((worker) => worker.postMessage(message), () => undefined);
    }

    terminate() {
      this.#ended = true;
      this.#worker.then((worker) => worker.terminate(), () => undefined);
    }

    /** @param {Worker} worker */
    #pass(worker) {
      worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      worker.addEventListener("messageerror", () => this.dispatchEvent(new MessageEvent("messageerror")));
      worker.addEventListener("error", ({ message }) => this.dispatchEvent(new ErrorEvent("error", { message })));
    }

    /** @param {unknown} fault */
    #lack(fault) {
      console.warn(fault);
      if (!this.#ended) this.dispatchEvent(new MessageEvent("message", { data: { failed: "missing" } }));
    }
  }

  globalThis.Worker = /** @type {typeof Worker} */ (/** @type {unknown} */ (Carried));

  for (const press of ["click", "auxclick"]) {
    addEventListener(
      press,
      ({ target }) => {
        const link = target instanceof Element ? target.closest("a[href]") : null;
        if (!(link instanceof HTMLAnchorElement)) return;
        if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
      },
      true,
    );
  }
})();
