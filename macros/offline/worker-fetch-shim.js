// Runs before the worker in the offline copy, which can't fetch. Its modules are in the same script, and the page sends
// the deferred part of the WebAssembly in the first message.

/** @type {ArrayBuffer} */
let deferred;

// Pyodide would refuse to run in a classic worker, so this hides that it is one.
Object.defineProperty(self, "importScripts", { value: undefined });

/** @param {string | URL} address */
const nameOf = (address) => String(address).split("/").at(-1) ?? "";

/** @param {string | URL} address */
globalThis.carried = async (address) => {
  const module = CODE[nameOf(address)];
  if (!module) throw new TypeError(`the copy has no module ${address}`);
  return module(String(address));
};

/** @param {RequestInfo | URL} address */
self.fetch = async (address) => {
  const name = nameOf(typeof address === "object" && "url" in address ? address.url : address);
  if (name.endsWith(".wasm")) return new Response(deferred, { headers: { "Content-Type": "application/wasm" } });
  return new Response(null, { status: name in CODE ? 200 : 404 });
};

self.XMLHttpRequest = /** @type {typeof XMLHttpRequest} */ (
  /** @type {unknown} */ (
    class {
      status = 200;
      response = deferred;
      open() {}
      send() {}
    }
  )
);

self.addEventListener(
  "message",
  (event) => {
    event.stopImmediatePropagation();
    deferred = event.data;
  },
  { once: true },
);
