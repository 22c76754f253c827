// Runs before the worker in the offline copy, which can't fetch. Its modules are in the same script, and its files come
// in a message.

/** @type {Record<string, string>} the runtime's files by name, compressed */
let files = {};
/** @type {Promise<void>} */
let unpacking;
/** @type {ArrayBuffer} the deferred part of the WebAssembly, which Python doesn't wait for */
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
  const packed = files[name];
  if (packed === undefined) return new Response(null, { status: name in CODE ? 200 : 404 });
  await unpacking;
  return new Response(unpacked(packed), { headers: { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "" } });
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

/** @param {string} packed */
const unpacked = (packed) => new Blob([bytes(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));

async function unpackDeferred() {
  const { DEFERRED } = /** @type {typeof import("../../docs/assets/engine/start-python.js")} */ (await carried("start-python.js"));
  deferred = await new Response(unpacked(files[DEFERRED] ?? "")).arrayBuffer();
}

/** @param {string} text */
function bytes(text) {
  const binary = atob(text);
  const found = new Uint8Array(binary.length);
  for (let at = 0; at < found.length; at++) found[at] = binary.charCodeAt(at);
  return found;
}

self.addEventListener(
  "message",
  (event) => {
    event.stopImmediatePropagation();
    files = event.data;
    unpacking = unpackDeferred();
  },
  { once: true },
);
