/** Imports rows from a CSV file that a spreadsheet saved. */

import { says } from "../claim/strings.js";
import { EngineRequest } from "../engine/request.js";
import { fileButton, statusLine } from "../lib/dom.js";
import { leave, nameOf } from "./question-values.js";
import { setRows } from "./rows.js";
import { collect } from "./values.js";

/** @import { Engine } from "../engine/engine.js" */
/** @import { Row } from "./values.js" */

const MOST_BYTES = 1_000_000;

/** @param {HTMLElement} place @param {HTMLFormElement} form @param {Engine} engine */
export function offerFileImport(place, form, engine) {
  for (const rows of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".rows"))) {
    const told = statusLine();
    const engineRequest = new EngineRequest(engine);
    const picker = fileButton(says.rows.load(nameOf(rows).replaceAll("_", " ")), ".csv,text/csv,text/plain", async (file) => {
      if (file.size > MOST_BYTES) return told.replaceChildren(says.rows.big);
      const asked = { calculator: place.dataset.calculator, surface: "rows", field: nameOf(rows), file: await read(file) };
      const found = await engineRequest.run(asked);
      told.replaceChildren(found ? take(form, rows, found) : says.rows.failed);
    });
    rows.append(...picker, told);
  }
}

/**
 * The text of a file in UTF-8, or in Windows-1252 as older spreadsheets save it.
 * @param {File} file
 */
async function read(file) {
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  return text.includes("\ufffd") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/**
 * Adds imported rows to those that are filled in.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} rows
 * @param {Record<string, unknown>} found
 * @returns {string} what to tell the reader
 */
function take(form, rows, found) {
  const brought = /** @type {Row[]} */ (found.rows);
  const notes = /** @type {string[]} */ (found.notes);
  if (!brought.length) return notes.join(" ");
  const before = collect(form)[nameOf(rows)];
  setRows(rows, [...(Array.isArray(before) ? before : []), ...brought]);
  leave(rows);
  return [says.rows.read(brought.length), ...notes].join(" ");
}
