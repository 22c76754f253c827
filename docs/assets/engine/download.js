/** Downloads the runtime's large files while the worker starts, and compiles the WebAssembly as it arrives. */

/** @import { Failure } from "../worker.js" */
/** @import { Manifest } from "./start-python.js" */

import { ARCHIVE, WASM } from "./start-python.js";

/** @typedef {{module: WebAssembly.Module, archive: ArrayBuffer, bundle: ArrayBuffer}} Downloaded */

/** An error with its reason. */
export class DownloadError extends Error {
  /** @param {Failure} reason @param {string} url */
  constructor(reason, url) {
    super(`${reason}: ${url}`);
    this.reason = reason;
  }
}

/**
 * Rejects with a DownloadError.
 * @param {Manifest} manifest
 * @param {string} modules the name of the bundle
 * @param {RequestInit} options
 * @param {(bytes: number) => void} received
 * @returns {Promise<Downloaded>}
 */
export async function download({ runtime, bytes }, modules, options, received) {
  /** @param {string} name */
  const begin = (name) => fetchCounted(runtime + name, bytes[name] ?? 0, options, received);
  /** @param {string} name */
  const content = async (name) => (await begin(name).counted).arrayBuffer();
  const wasm = begin(WASM);
  const [module, archive, bundle] = await Promise.all([
    compile(wasm.response),
    content(ARCHIVE),
    content(modules),
    wasm.counted,
  ]);
  return { module, archive, bundle };
}

/** @param {Promise<Response>} response */
async function compile(response) {
  const { url } = await response;
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (fault) {
    throw new DownloadError(fault instanceof RangeError ? "memory" : "damaged", url);
  }
}

/**
 * Counts the bytes of a clone of the response: if WebAssembly is compiled from the original, the browser caches the
 * compiled code.
 * @param {string} url
 * @param {number} size
 * @param {RequestInit} options
 * @param {(bytes: number) => void} received
 */
function fetchCounted(url, size, options, received) {
  const response = fetch(url, options).then(
    (response) => {
      if (!response.ok) throw new DownloadError("missing", url);
      return response;
    },
    () => {
      throw new DownloadError("network", url);
    },
  );
  const counted = response.then(async (response) => {
    await count(response.clone(), size, received);
    return response;
  });
  return { response, counted };
}

/**
 * @param {Response} response
 * @param {number} size
 * @param {(bytes: number) => void} received
 */
async function count({ body, url }, size, received) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (body).getReader();
  let total = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      total += part.value.length;
      received(part.value.length);
    }
  } catch {
    throw new DownloadError("network", url);
  }
  if (total !== size) throw new DownloadError("damaged", url);
}
