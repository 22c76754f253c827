/** Starts Python and opens its one door: text in, text out. A page's worker and the build both come through here. */

/** @import { LockfileInfo, PyodideAPI } from "pyodide" */

/**
 * What the build tells of the runtime that it made: its address, the bytes of each file, and the platform, which
 * Pyodide asks for before it installs packages. There are none to install.
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
    stdLibURL: `${folder}python.zip`,
    packageBaseUrl: folder,
    lockFileContents: { info, packages: {} },
  });
}

/**
 * @param {PyodideAPI} python
 * @returns {(request: string) => string}
 */
export const openCalculators = (python) => python.pyimport("calculators.respond");
