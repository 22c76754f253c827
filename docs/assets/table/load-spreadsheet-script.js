/**
 * Starts a worker, when first needed, that reads and writes workbooks and makes zip files. A long table takes seconds.
 */

import { SITE } from "../lib/site.js";

/** @typedef {string | {kind: string, value: string, formula?: string}} Cell */
/** @typedef {{name: string, headings: string[], kinds: string[], rows: Cell[][]}} Sheet */
/**
 * @typedef {object} Spreadsheet the functions of `macros/build_steps/spreadsheet.mjs`; each rejects if it fails
 * @property {(file: Blob) => Promise<string[][]>} cellsOf
 * @property {(sheets: Sheet[]) => Promise<Blob>} workbook
 * @property {(files: [string, string | Uint8Array][]) => Promise<Blob>} zip
 */
/** @typedef {(said: {made?: any}) => void} Hear */

const SCRIPT = new URL("assets/vendor/spreadsheet.js", SITE);

/** @type {Promise<Spreadsheet> | undefined} */
let coming;

/** @returns {Promise<Spreadsheet>} rejects if the script can't be loaded */
export function spreadsheet() {
  return (coming ??= started());
}

/** @returns {Promise<Spreadsheet>} */
function started() {
  return new Promise((resolve, reject) => {
    /** @type {Map<number, Hear>} */
    const waiting = new Map();
    const worker = new Worker(SCRIPT);
    const fail = () => {
      coming = undefined;
      worker.terminate();
      reject(new Error(`${SCRIPT} failed`));
      for (const hear of waiting.values()) hear({});
    };
    worker.addEventListener("error", fail);
    worker.addEventListener("message", ({ data }) => {
      if (data.failed) fail();
      else if (data.ready) resolve(calling(worker, waiting));
      else waiting.get(data.number)?.(data);
    });
  });
}

/** @param {Worker} worker @param {Map<number, Hear>} waiting @returns {Spreadsheet} */
function calling(worker, waiting) {
  let number = 0;
  /** @param {string} call @param {unknown} given @returns {Promise<any>} */
  const ask = (call, given) =>
    new Promise((resolve, reject) => {
      const own = ++number;
      waiting.set(own, (said) => {
        waiting.delete(own);
        if (said.made === undefined) reject(new Error(`${call} failed`));
        else resolve(said.made);
      });
      worker.postMessage({ number: own, call, given });
    });
  return {
    cellsOf: (file) => ask("cellsOf", file),
    workbook: (sheets) => ask("workbook", sheets),
    zip: (files) => ask("zip", files),
  };
}
