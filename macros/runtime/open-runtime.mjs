/** Opens a runtime folder in Node as a browser does, with the same files and the same function. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

import { startPython } from "../../docs/assets/engine/start-python.js";

// Pyodide requires a package that's in this project's node_modules, not beside the runtime.
Object.assign(globalThis, { require: createRequire(import.meta.url) });

/** @param {string} folder */
export async function openRuntime(folder) {
  const path = resolve(folder) + sep;
  /** @type {import("../../docs/assets/engine/start-python.js").Manifest} */
  const manifest = JSON.parse(await readFile(`${path}manifest.json`, "utf8"));
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await import(pathToFileURL(`${path}pyodide.mjs`).href);
  return startPython(loadPyodide, path, manifest.lock);
}
