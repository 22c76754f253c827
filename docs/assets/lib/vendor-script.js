/** Loads scripts that contain a library, each when it's first needed. */

import { SITE } from "./site.js";

/** @type {Map<string, Promise<any>>} */
const coming = new Map();

/**
 * The global that a script in `assets/vendor/` sets. It's a classic script, as a page opened from a folder can't import
 * modules.
 * @param {string} file
 * @param {string} made the name of the global
 * @returns {Promise<any>} rejects if the script can't be loaded
 */
export function vendorScript(file, made) {
  const before = coming.get(file);
  if (before) return before;
  const loading = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`assets/vendor/${file}`, SITE).href;
    script.addEventListener("load", () => resolve(/** @type {any} */ (globalThis)[made]));
    script.addEventListener("error", () => {
      coming.delete(file);
      script.remove();
      reject(new Error(`${script.src} didn't load`));
    });
    document.head.append(script);
  });
  coming.set(file, loading);
  return loading;
}
