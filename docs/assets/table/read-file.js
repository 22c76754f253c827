/** Reads a table from a file: from a CSV file as text, from a workbook as cells. */

import { textOf } from "../lib/read-text-file.js";
import { spreadsheet } from "./load-spreadsheet-script.js";
import { words } from "./strings.js";

const MOST_BYTES = 20_000_000;
const ZIP = [0x50, 0x4b]; // first bytes of a workbook
const OLD_WORKBOOK = [0xd0, 0xcf];

/** @typedef {{file: string} | {cells: string[][]}} Table in the form for a request */

/**
 * @param {File} file
 * @param {(file: File) => Promise<string>} [read] turns a file that isn't a workbook into text for the request
 * @returns {Promise<Table | {trouble: string}>}
 */
export async function readTable(file, read = textOf) {
  if (file.size > MOST_BYTES) return { trouble: words.big };
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const begins = /** @param {number[]} bytes */ (bytes) => bytes.every((byte, place) => start[place] === byte);
  if (begins(OLD_WORKBOOK)) return { trouble: words.old };
  return begins(ZIP) ? readWorkbook(file) : { file: await read(file) };
}

/** @param {File} file @returns {Promise<Table | {trouble: string}>} */
async function readWorkbook(file) {
  const script = await spreadsheet().catch(() => undefined);
  if (!script) return { trouble: words.noScript };
  return script.cellsOf(file).then(
    (cells) => ({ cells }),
    () => ({ trouble: words.damaged }),
  );
}
