/** Starts Python and gets the function that answers requests, from text to text. The build uses it too. */

/** @import { LockfileInfo, PyodideAPI } from "pyodide" */

export const WASM = "pyodide.asm.wasm";
export const DEFERRED = "pyodide.asm.deferred.wasm"; // the part of the WebAssembly that answers hardly ever need
export const ARCHIVE = "python.zip";
export const REST = "modules-rest.bin"; // all modules that aren't in the archive

/**
 * The runtime that the build made: its address, the sizes of its large files and bundles of modules, and the platform,
 * which Pyodide asks for even though there are no packages to install.
 * @typedef {{runtime: string, bytes: Record<string, number>, lock: LockfileInfo}} Manifest
 */

/**
 * @param {typeof import("pyodide").loadPyodide} loadPyodide
 * @param {string} folder the runtime's folder, with a slash at its end
 * @param {LockfileInfo} info
 * @returns {Promise<PyodideAPI>}
 */
export function startPython(loadPyodide, folder, info) {
  return loadPyodide({
    indexURL: folder,
    stdLibURL: folder + ARCHIVE,
    packageBaseUrl: folder,
    env: { PYTHONHASHSEED: "0" }, // so that the same request always runs the same functions
    lockFileContents: { info, packages: {} },
    _sysExecutable: "/python", // so Python starts in Node as in a browser, and needn't look for its own address
  });
}

/**
 * Instantiates the first part of Pyodide's WebAssembly. It loads the deferred part when a function in there is called,
 * which answers hardly ever need.
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports} imports
 * @param {() => WebAssembly.Module} deferred
 */
export async function instantiate(module, imports, deferred) {
  const load = () => void new WebAssembly.Instance(deferred(), { ...imports, first: instance.exports });
  const instance = await WebAssembly.instantiate(module, { ...imports, deferred: { load } });
  return { module, instance };
}

/**
 * @param {PyodideAPI} python
 * @returns {(request: string) => string}
 */
export const openCalculators = (python) => python.pyimport("calculators.respond");

/**
 * The bundle with the modules that a calculator's first answer needs besides those in the archive.
 * @param {Manifest} manifest
 * @param {string | null} [calculator] none to get all other modules
 */
export function bundleFor({ bytes }, calculator) {
  const own = `modules-${calculator}.bin`;
  return own in bytes ? own : REST;
}

/**
 * Lets Python import the modules in a bundle.
 * @param {PyodideAPI} python
 * @param {Uint8Array} bundle
 */
export function addModules(python, bundle) {
  const path = "/bundle";
  python.FS.writeFile(path, bundle);
  python.pyimport("sitecustomize.load")(path);
  python.FS.unlink(path);
}

/** Whether an answer failed only because it needs a module in a bundle that isn't loaded. @param {unknown} fault */
export const lacksModules = (fault) => fault instanceof Error && Reflect.get(fault, "type") === "NotYetLoaded";
