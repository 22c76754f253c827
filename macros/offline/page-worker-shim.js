// The first script on every page of the offline copy, which opens from a folder. It starts workers and fetches the
// runtime, which a browser wouldn't do by their address there, and makes links to a folder lead to the page in it.

(() => {
  /** @type {Record<string, string>} the file that a worker needs, by the worker's name */
  const NEEDS = {};
  const ROOT = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const CARRIED = `${ROOT}assets/carried/`;
  const { fetch, Worker } = globalThis;
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

  /** The content of a file, which is carried compressed and in base64. @param {string} name */
  async function unpack(name) {
    await bring(name);
    const binary = atob(texts[name] ?? "");
    const packed = new Uint8Array(binary.length);
    for (let at = 0; at < packed.length; at++) packed[at] = binary.charCodeAt(at);
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(unpacked, { headers: { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "" } });
  }

  globalThis.fetch = async (address, options) => {
    const name = String(address).replace(ROOT, "");
    if (!name.startsWith("assets/runtime/")) return fetch(address, options);
    const lacking = (/** @type {unknown} */ fault) => {
      console.warn(fault);
      return new Response(null, { status: 404 });
    };
    return unpack(name).catch(lacking);
  };

  /** @param {string} name */
  async function start(name) {
    const needed = NEEDS[name];
    const [file] = await Promise.all([needed && unpack(needed).then((response) => response.arrayBuffer()), bring(name)]);
    const address = URL.createObjectURL(new Blob([texts[name] ?? ""], { type: "text/javascript" }));
    const worker = new Worker(address);
    if (file) worker.postMessage(file, [file]);
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

    /** @param {unknown} message @param {Transferable[]} [transfer] */
    postMessage(message, transfer = []) {
      this.#worker.then((worker) => worker.postMessage(message, transfer), () => undefined);
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
