/** Questions answered in rows: adds and removes rows, and pastes rows from a spreadsheet. */

import { openAround } from "../lib/dom.js";
import { expandRow } from "./collapse-rows.js";
import { write } from "./values.js";

const PLACE = "{row}";
const MOST = 500; // rows that a link may fill in

/**
 * Makes the buttons and pasting work for all rows of a form.
 * @param {HTMLFormElement} form
 * @param {(field: string) => void} changed called with the name of the question
 */
export function watchRows(form, changed) {
  for (const question of form.querySelectorAll(".rows")) {
    const rows = /** @type {HTMLElement} */ (question);
    const field = rows.dataset.field ?? "";
    rows.querySelector(".add")?.addEventListener("click", () => {
      focusOn(add(rows));
      changed(field);
    });
    rows.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.matches(".remove")) {
        remove(rows, event.target);
        changed(field);
      }
    });
    rows.addEventListener("paste", (event) => {
      if (paste(rows, event)) changed(field);
    });
  }
}

/** @param {HTMLElement} rows @returns {Element[]} */
const all = (rows) => [...rows.querySelectorAll(":scope > .row")];

/** @param {Element} row */
const boxes = (row) => [...row.querySelectorAll("[name]")];

/**
 * Replaces all rows. At least one row stays, even if it's empty.
 * @param {HTMLElement} rows
 * @param {Record<string, string>[]} answers
 */
export function setRows(rows, answers) {
  for (const row of all(rows)) row.remove();
  for (const answer of answers.length ? answers : [{}]) {
    for (const box of boxes(add(rows))) {
      const part = (box.getAttribute("name") ?? "").split(".")[2] ?? "";
      const typed = Object.hasOwn(answer, part) ? answer[part] : undefined;
      if (typed !== undefined) write(box, typed);
      if (typed) openAround(box.closest(".row-more"));
    }
  }
}

/**
 * Adds rows until these names have theirs: `invoices.2.amount` needs two.
 * @param {HTMLFormElement} form
 * @param {Iterable<string>} names
 */
export function ensureRows(form, names) {
  for (const name of names) {
    const [field = "", number] = name.split(".");
    const rows = form.querySelector(`.rows[data-field="${CSS.escape(field)}"]`);
    if (!(rows instanceof HTMLElement) || !(Number(number) <= MOST)) continue;
    while (all(rows).length < Number(number)) add(rows);
  }
}

/** @param {Element | undefined} row */
function focusOn(row) {
  if (row) expandRow(row);
  const first = row?.querySelector("input, select, textarea");
  if (first instanceof HTMLElement) first.focus();
}

/** Adds a row at the end. @param {HTMLElement} rows @returns {Element} */
function add(rows) {
  const template = /** @type {HTMLTemplateElement} */ (rows.querySelector("template"));
  const made = /** @type {Element} */ (document.importNode(template.content, true).firstElementChild);
  number(made, PLACE, all(rows).length + 1);
  template.before(made);
  return made;
}

/**
 * Renumbers a row, in its names and in its text.
 * @param {Element} row
 * @param {string | number} before
 * @param {number} now
 */
function number(row, before, now) {
  for (const part of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of part.attributes) {
      attribute.value = attribute.value.replace(`.${before}.`, `.${now}.`).replace(`.${before}.`, `.${now}.`);
    }
  }
  for (const named of row.querySelectorAll("legend, .remove")) {
    named.textContent = (named.textContent ?? "").replace(String(before), String(now));
  }
}

/**
 * Removes a row, renumbers those after it, and puts the focus where the row was.
 * @param {HTMLElement} rows
 * @param {Element} pressed
 */
function remove(rows, pressed) {
  const gone = pressed.closest(".row");
  const index = all(rows).findIndex((row) => row === gone);
  gone?.remove();
  all(rows).forEach((row, place) => place >= index && number(row, place + 2, place + 1));
  if (!all(rows).length) add(rows);
  focusOn(all(rows)[Math.min(index, all(rows).length - 1)]);
}

/**
 * Pastes cells from a spreadsheet across the rows, starting at the input that has the focus.
 * @param {HTMLElement} rows
 * @param {ClipboardEvent} event
 */
function paste(rows, event) {
  const text = event.clipboardData?.getData("text/plain").replace(/\r?\n$/, "") ?? "";
  const row = event.target instanceof Element ? event.target.closest(".row") : null;
  if (!row || !/[\t\n]/.test(text)) return false;
  event.preventDefault();
  const first = all(rows).indexOf(row);
  const column = boxes(row).indexOf(/** @type {Element} */ (event.target));
  text.split(/\r?\n/).forEach((line, down) => {
    const target = boxes(all(rows)[first + down] ?? add(rows));
    line.split("\t").forEach((cell, across) => {
      const box = target[column + across];
      if (box) write(box, cell.trim());
    });
  });
  return true;
}
