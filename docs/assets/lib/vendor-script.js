/** Scripts that hold a library, each loaded when it's first needed. */

import { SITE } from "./site.js";

/** @type {Map<string, Promise<any>>} */
const coming = new Map();

/**
 * What a script of `assets/vendor/` makes. It's a classic script, since a page opened from a folder can't import a module.
 * @param {string} file
 * @param {string} made the global that it makes
 * @returns {Promise<any>} rejects where it can't be loaded
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
