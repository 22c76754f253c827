/** Workbooks (.xlsx) read and written, and files packed into one, loaded when a reader first needs it. */

import readWorkbook from "read-excel-file/universal";
import { strToU8, zipSync } from "fflate";
import writeWorkbook from "write-excel-file/universal";

/** @typedef {{name: string, headings: string[], kinds: string[], rows: string[][]}} Sheet what `surface: "tables"` replies */

const MONEY = "#,##0.00";
const DAY = "dd/mm/yyyy";
const WIDEST = 40; // characters of a column

/**
 * The cells of the sheet with the most rows, as they would be typed. Rejects a file that is no workbook.
 * @param {Blob} file
 * @returns {Promise<string[][]>}
 */
export async function cellsOf(file) {
  const sheets = await readWorkbook(file);
  const longest = sheets.reduce((best, sheet) => (sheet.data.length > best.data.length ? sheet : best));
  return longest.data.map((row) => row.map(typed));
}

/** @param {unknown} cell */
function typed(cell) {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10); // its midnight is in UTC
  return typeof cell === "boolean" ? (cell ? "yes" : "no") : String(cell);
}

/** @param {Sheet[]} sheets @returns {Promise<Blob>} */
export function workbook(sheets) {
  const made = sheets.map(({ name, headings, kinds, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: headings.map((heading, column) => ({ width: width(heading, rows, column) })),
    data: [
      headings.map((heading) => ({ value: heading, type: String, fontWeight: /** @type {const} */ ("bold") })),
      ...rows.map((row) => row.map((text, column) => cell(text, kinds[column] ?? "text"))),
    ],
  }));
  return writeWorkbook(made).toBlob();
}

/** @param {string} text @param {string} kind */
function cell(text, kind) {
  if (!text) return null;
  if (kind === "date") return { value: new Date(`${text}T00:00Z`), type: Date, format: DAY };
  if (kind === "money") return { value: Number(text), type: Number, format: MONEY };
  return kind === "number" ? { value: Number(text), type: Number } : { value: text, type: String };
}

/** @param {string} heading @param {string[][]} rows @param {number} column */
const width = (heading, rows, column) =>
  Math.min(WIDEST, 2 + Math.max(heading.length, ...rows.slice(0, 100).map((row) => row[column]?.length ?? 0)));

/**
 * Files packed into one.
 * @param {[string, string | Uint8Array][]} files each with its name
 */
export function zip(files) {
  const packed = zipSync(Object.fromEntries(files.map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])));
  return new Blob([/** @type {BlobPart} */ (packed)], { type: "application/zip" });
}
