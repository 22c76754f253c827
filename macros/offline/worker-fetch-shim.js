// Runs before the worker of the offline copy, which cannot fetch: its modules and files come with the script.

/** @type {Record<string, string>} the files of the runtime, compressed, by their name */
let files = {};

// Pyodide asks whether it runs in a classic worker, and would refuse; nothing that it needs one for is used here.
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
  const unpacked = new Blob([bytes(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": name.endsWith(".wasm") ? "application/wasm" : "" } });
};

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
  },
  { once: true },
);
