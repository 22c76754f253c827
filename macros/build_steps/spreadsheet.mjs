/** A worker that reads and writes workbooks (.xlsx) and makes zip files, started when a reader first needs it. */

import readWorkbook from "read-excel-file/universal";
import { strToU8, zipSync } from "fflate";
import writeWorkbook from "write-excel-file/universal";

/** @typedef {string | {kind: string, value: string, formula?: string}} Cell a text of its column's kind, or with its own */
/** @typedef {{name: string, headings: string[], kinds: string[], rows: Cell[][]}} Sheet as `surface: "tables"` replies */

const MONEY = "#,##0.00";
const DAY = "dd/mm/yyyy";
const WIDEST = 40; // characters: the widest column
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
const PLAIN_NUMBER = /^-?\d{1,15}(\.\d+)?$/;

/**
 * The cells of the sheet with the most data, as they would be typed. Rejects a file that isn't a workbook.
 * @param {Blob} file
 * @returns {Promise<string[][]>}
 */
async function cellsOf(file) {
  const sheets = await readWorkbook(file);
  const filled = sheets.map(({ data }) => data.flat().filter((cell) => cell !== null).length);
  const fullest = sheets[filled.indexOf(Math.max(...filled))];
  return (fullest?.data ?? []).map((row) => row.map(typed));
}

/** @param {unknown} cell */
function typed(cell) {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10); // dates are at midnight UTC
  return typeof cell === "boolean" ? (cell ? "yes" : "no") : String(cell);
}

/** @param {Sheet[]} sheets @returns {Promise<Blob>} */
function workbook(sheets) {
  const made = sheets.map(({ name, headings, kinds, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: headings.map((heading, column) => ({ width: width(heading, rows, column) })),
    data: [
      headings.map((heading) => ({ value: heading, type: String, fontWeight: /** @type {const} */ ("bold") })),
      ...rows.map((row) => row.map((text, column) => cell(text, kinds[column] ?? "text"))),
    ],
  }));
  return writeWorkbook(made, { features: [amountsOfFormulas(sheets)] }).toBlob();
}

/**
 * Adds to each formula its result, which the library leaves to the program that opens the workbook. A program that only
 * displays workbooks, as on phones, would show nothing.
 * @param {Sheet[]} sheets
 * @returns {import("write-excel-file/universal").Feature<Blob>}
 */
function amountsOfFormulas(sheets) {
  const amounts = sheets.map(({ rows }) => rows.flat().flatMap((one) => (typeof one === "object" && one.formula ? [one.value] : [])));
  /** @param {string} xml @param {unknown} _ @param {{sheetIndex: number}} place */
  const transform = (xml, _, { sheetIndex }) => {
    const left = amounts[sheetIndex]?.values();
    return xml.replace(/<\/f>/g, (end) => `${end}<v>${left?.next().value ?? ""}</v>`);
  };
  return { files: { transform: { "xl/worksheets/sheet{id}.xml": { transform } } } };
}

/**
 * A cell of its own kind or its column's. A value that doesn't fit the kind stays text.
 * @param {Cell} one
 * @param {string} columnKind
 */
function cell(one, columnKind) {
  const { kind, value: text, formula } = typeof one === "string" ? { kind: columnKind, value: one, formula: "" } : one;
  if (!text) return null;
  if (formula) return { value: formula, type: /** @type {const} */ ("Formula"), format: MONEY };
  if (!(kind === "date" ? ISO_DAY : PLAIN_NUMBER).test(text)) return { value: text, type: String };
  if (kind === "date") return { value: new Date(`${text}T00:00Z`), type: Date, format: DAY };
  if (kind === "money") return { value: Number(text), type: Number, format: MONEY };
  return kind === "number" ? { value: Number(text), type: Number } : { value: text, type: String };
}

/** @param {string} heading @param {Cell[][]} rows @param {number} column */
const width = (heading, rows, column) =>
  Math.min(WIDEST, 2 + Math.max(heading.length, ...rows.slice(0, 100).map((row) => length(row[column] ?? ""))));

/** @param {Cell} one */
const length = (one) => (typeof one === "string" ? one : one.value).length;

/**
 * A zip file.
 * @param {[string, string | Uint8Array][]} files each with its name
 */
function zip(files) {
  const packed = zipSync(Object.fromEntries(files.map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])));
  return new Blob([/** @type {BlobPart} */ (packed)], { type: "application/zip" });
}

const calls = { cellsOf, workbook, zip };

/** @typedef {{number: number, call: keyof typeof calls, given: any}} Call */

self.addEventListener("message", async (/** @type {MessageEvent<Call>} */ { data: { number, call, given } }) => {
  try {
    self.postMessage({ number, made: await calls[call](given) });
  } catch {
    self.postMessage({ number });
  }
});
self.postMessage({ ready: true });
