/** What somebody typed into a form: read for a request, written from a link. */

import { openAround } from "../lib/dom.js";

/** @typedef {Record<string, string>} Row */
/** @typedef {Record<string, string | Row[]>} Values */

/**
 * What was typed, by the name of its question; what is left empty is left out. Rows are lists, without the empty
 * ones at their end.
 * @param {HTMLFormElement} form
 * @returns {Values}
 */
export function collect(form) {
  /** @type {Values} */
  const values = {};
  for (const [name, typed] of new FormData(form)) {
    const [field = "", number, part] = name.split(".");
    if (part) addToRow(values, field, Number(number) - 1, part, String(typed));
    else if (String(typed).trim()) values[field] = String(typed);
  }
  for (const [field, rows] of Object.entries(values)) {
    if (Array.isArray(rows)) values[field] = withoutTail(form, field, rows);
  }
  return values;
}

/**
 * @param {Values} values
 * @param {string} field
 * @param {number} index
 * @param {string} part
 * @param {string} typed
 */
function addToRow(values, field, index, part, typed) {
  const rows = (values[field] ??= []);
  if (!Array.isArray(rows)) return;
  const row = (rows[index] ??= {});
  if (typed.trim()) row[part] = typed;
}

/**
 * The rows up to the last one into which something was typed.
 * @param {HTMLFormElement} form
 * @param {string} field
 * @param {Row[]} rows
 */
function withoutTail(form, field, rows) {
  const used = rows.map((_, index) => {
    const boxes = form.querySelectorAll(`input[type=text][name^="${field}.${index + 1}."]`);
    return [...boxes].some((box) => box instanceof HTMLInputElement && box.value.trim());
  });
  return rows.slice(0, used.lastIndexOf(true) + 1);
}

/**
 * The same, box by box, as it can be filled in again.
 * @param {HTMLFormElement} form
 * @returns {Row}
 */
export function typedInto(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, typed]) => [name, String(typed)]).filter(([, typed]) => typed));
}

/**
 * Writes answers into the questions that have their names; the others are left as they are.
 * @param {HTMLFormElement} form
 * @param {Row} values
 * @returns {boolean} whether any question took an answer
 */
export function fill(form, values) {
  let taken = false;
  for (const box of form.elements) {
    const value = "name" in box ? values[String(box.name)] : undefined;
    if (value !== undefined) taken = write(box, value) || taken;
  }
  return taken;
}

/**
 * @param {Element} box
 * @param {string} value
 */
export function write(box, value) {
  if (box instanceof HTMLInputElement && box.type === "radio") box.checked = box.value === value;
  else if (box instanceof HTMLSelectElement && ![...box.options].some((option) => option.value === value)) return false;
  else if (box instanceof HTMLInputElement || box instanceof HTMLSelectElement || box instanceof HTMLTextAreaElement) {
    box.value = value;
  }
  return true;
}

/**
 * Opens the folded questions that hold an answer, so that nobody is answered about what they cannot see.
 * @param {HTMLFormElement} form
 * @param {Row} values
 */
export function unfold(form, values) {
  for (const name of Object.keys(values)) {
    openAround(form.querySelector(`details [data-field="${CSS.escape(name)}"]`));
  }
}
