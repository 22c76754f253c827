/** Opens a runtime folder in Node as a browser does, with the same files and the same function. */

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

import {
  addModules, DEFERRED, instantiate, lacksModules, openCalculators, REST, startPython,
} from "../../docs/assets/engine/start-python.js";

// Pyodide requires a package that's in this project's node_modules, not beside the runtime.
Object.assign(globalThis, { require: createRequire(import.meta.url) });

/**
 * @param {string} folder
 * @param {(exports: WebAssembly.Exports) => void} [watch]
 */
export async function openRuntime(folder, watch) {
  const path = resolve(folder) + sep;
  linkParts(() => new WebAssembly.Module(readFileSync(path + DEFERRED)), watch);
  /** @type {import("../../docs/assets/engine/start-python.js").Manifest} */
  const manifest = JSON.parse(await readFile(`${path}manifest.json`, "utf8"));
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await import(pathToFileURL(`${path}pyodide.mjs`).href);
  return startPython(loadPyodide, path, manifest.lock);
}

/**
 * Has Pyodide's WebAssembly instantiated in two parts.
 * @param {() => WebAssembly.Module} deferred
 * @param {(exports: WebAssembly.Exports) => void} [watch]
 */
function linkParts(deferred, watch) {
  const whole = WebAssembly.instantiate;
  WebAssembly.instantiate = /** @type {typeof whole} */ (
    async (/** @type {BufferSource} */ wasm, /** @type {WebAssembly.Imports | undefined} */ imports) => {
      if (!imports) return whole(wasm);
      WebAssembly.instantiate = whole;
      const linked = await instantiate(await WebAssembly.compile(wasm), imports, deferred);
      watch?.(linked.instance.exports);
      return linked;
    }
  );
}

/**
 * The function that answers requests, from text to text. Like the worker, it loads other modules when an answer needs
 * them.
 * @param {import("pyodide").PyodideAPI} python
 * @param {string} folder
 * @returns {(request: string) => string}
 */
export function openCalculatorsWithRest(python, folder) {
  const respond = openCalculators(python);
  return (request) => {
    try {
      return respond(request);
    } catch (fault) {
      if (!lacksModules(fault)) throw fault;
      addModules(python, readFileSync(resolve(folder, REST)));
      return respond(request);
    }
  };
}
