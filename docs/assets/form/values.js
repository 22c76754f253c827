/** Reads a form's values for a request, and fills in a form from a link. */

import { openAround } from "../lib/dom.js";
import { isChanged } from "./changed-from-default.js";

/** @typedef {Record<string, string>} Row */
/** @typedef {Record<string, string | Row[]>} Values */

/**
 * A form's values by the name of their question, leaving out empty ones. Rows are lists, without any empty rows at the
 * end.
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
 * The rows up to the last one with something typed in it.
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
 * The values that the reader changed in a form, by the name of their input, for `fill`.
 * @param {HTMLFormElement} form
 * @returns {Row}
 */
export function typedInto(form) {
  /** @type {Row} */
  const typed = {};
  for (const box of form.elements) {
    const isOff = box instanceof HTMLInputElement && box.type === "radio" && !box.checked;
    if ("name" in box && box.name && "value" in box && !isOff && isChanged(box)) typed[String(box.name)] = String(box.value);
  }
  return typed;
}

/**
 * Fills in the inputs with these names, and leaves the others as they are.
 * @param {HTMLFormElement} form
 * @param {Row} values
 * @returns {boolean} whether any input was filled in
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
 * Sets one input. A select without that option stays as it is.
 * @param {Element} box
 * @param {string} value
 * @returns {boolean} whether the input took the value
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
 * Opens the `details` around answered questions, so the reader can see every value that the answer depends on.
 * @param {HTMLFormElement} form
 * @param {Row} values
 */
export function unfold(form, values) {
  for (const name of Object.keys(values)) {
    openAround(form.querySelector(`details [data-field="${CSS.escape(name)}"]`));
  }
}
