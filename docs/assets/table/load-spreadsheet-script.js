/** The script that reads and writes workbooks and packs files, loaded when it's first needed. */

import { vendorScript } from "../lib/vendor-script.js";

/** @typedef {string | {kind: string, value: string, formula?: string}} Cell */
/** @typedef {{name: string, headings: string[], kinds: string[], rows: Cell[][]}} Sheet */
/**
 * @typedef {object} Spreadsheet what `macros/build_steps/spreadsheet.mjs` exports
 * @property {(file: Blob) => Promise<string[][]>} cellsOf
 * @property {(sheets: Sheet[]) => Promise<Blob>} workbook
 * @property {(files: [string, string | Uint8Array][]) => Blob} zip
 */

/** @returns {Promise<Spreadsheet>} rejects where the script can't be loaded */
export const spreadsheet = () => vendorScript("spreadsheet.js", "spreadsheet");
