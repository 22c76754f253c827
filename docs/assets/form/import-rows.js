/** Imports rows from a spreadsheet's CSV file or an electronic invoice (XML). */

import { says } from "../claim/strings.js";
import { EngineRequest } from "../engine/request.js";
import { fileButton, statusLine } from "../lib/dom.js";
import { textOf } from "../lib/read-text-file.js";
import { currentValue, leave, nameOf, questionOf, setAnswer } from "./question-values.js";
import { setRows } from "./rows.js";
import { collect } from "./values.js";

/** @import { Engine } from "../engine/engine.js" */
/** @import { Row } from "./values.js" */

const MOST_BYTES = 10_000_000;
const TABLES = ".csv,text/csv,text/plain";
const INVOICES = ".xml,application/xml,text/xml";
const FROM_INVOICES = ["invoices", "credit_notes"]; // questions that take electronic invoices

/** @param {HTMLElement} place @param {HTMLFormElement} form @param {Engine} engine */
export function offerFileImport(place, form, engine) {
  for (const rows of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".rows"))) {
    const told = statusLine();
    const engineRequest = new EngineRequest(engine);
    const name = nameOf(rows);
    const takesInvoices = FROM_INVOICES.includes(name);
    const label = says.rows.load(name.replaceAll("_", " "), takesInvoices);
    const picker = fileButton(label, takesInvoices ? `${TABLES},${INVOICES}` : TABLES, async (file) => {
      if (file.size > MOST_BYTES) return told.replaceChildren(says.rows.big);
      const asked = { calculator: place.dataset.calculator, surface: "rows", field: name, file: await textOf(file) };
      const found = await engineRequest.run(asked);
      told.replaceChildren(found ? take(form, rows, found) : says.rows.failed);
    });
    rows.append(...picker, told);
  }
}

/**
 * Adds imported rows to those already filled in.
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
  const filled = fillIn(form, /** @type {Row} */ (found.values));
  leave(rows);
  return [says.rows.read(brought.length), ...(filled ? [says.rows.filled] : []), ...notes].join(" ");
}

/**
 * Fills in answers that an invoice gives besides its row, if their boxes are empty.
 * @param {HTMLFormElement} form
 * @param {Row} values
 * @returns {boolean} whether anything was filled in
 */
function fillIn(form, values) {
  const empty = Object.entries(values).flatMap(([name, value]) => {
    const question = questionOf(form, name);
    return question && !currentValue(form, question).length ? [{ question, value }] : [];
  });
  for (const { question, value } of empty) {
    setAnswer(form, question, value);
    leave(question);
  }
  return empty.length > 0;
}
