/** Saves an answer as a workbook, with a sheet for each of its tables. */

import { spreadsheet } from "../table/load-spreadsheet-script.js";
import { saveBlob } from "./downloads.js";

/** @import { Made } from "../engine/request.js" */
/** @import { Sheet } from "../table/load-spreadsheet-script.js" */

/**
 * Whether the file was made.
 * @param {(surface: string) => Promise<Made | null>} more asks the engine for another form of the answer shown
 */
export async function saveWorkbook(more) {
  const sheets = /** @type {Sheet[] | undefined} */ ((await more("tables"))?.sheets);
  if (!sheets) return false;
  const name = location.pathname.replace(/\/(index\.html)?$/, "").replace(/.*\//, "");
  saveBlob(`${name}.xlsx`, await (await spreadsheet()).workbook(sheets));
  return true;
}
