/**
 * fflate for pages whose content security policy forbids workers made from text. What it would do in such a worker is
 * done synchronously.
 */

import { unzipSync, zipSync } from "../../node_modules/fflate/esm/browser.js";

export * from "../../node_modules/fflate/esm/browser.js";

/** @typedef {(fault: unknown, found?: unknown) => void} Done */

export const unzip = told(unzipSync);
export const zip = told(zipSync);

/**
 * @template T
 * @param {(data: T, options?: object) => unknown} work
 * @returns {(data: T, ...rest: [Done] | [object, Done]) => void}
 */
function told(work) {
  return (data, ...rest) => {
    const [options, done] = rest.length === 1 ? [undefined, rest[0]] : rest;
    try {
      done(null, work(data, options));
    } catch (fault) {
      done(fault);
    }
  };
}
