/** Starts Python and gets the function that answers requests, from text to text. The build uses it too. */

/** @import { LockfileInfo, PyodideAPI } from "pyodide" */

/**
 * The runtime that the build made: its address, the size of each file, and the platform, which Pyodide asks for even
 * though there are no packages to install.
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
