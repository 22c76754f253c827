/** Collapses a long row into one line once it's answered and another row has been added below it. */

import { says } from "../claim/strings.js";
import { button } from "../lib/dom.js";

const LONG = 5; // collapse a row with more visible questions than this
const SHOWN = 4; // answers shown in the line

/** @param {HTMLFormElement} form */
export function collapseLongRows(form) {
  for (const rows of form.querySelectorAll(".rows")) {
    if (rowsOf(rows).some((row) => row.querySelectorAll("[data-field]:not(.row-more *)").length > LONG)) {
      new MutationObserver(() => collapseAll(rows)).observe(rows, { childList: true });
    }
  }
}

/** @param {Element} rows */
const rowsOf = (rows) => [...rows.querySelectorAll(":scope > .row")];

/** @param {Element} rows */
function collapseAll(rows) {
  const all = rowsOf(rows);
  for (const row of all) {
    row.querySelector(":scope > .opener")?.remove();
    const inside = row.contains(document.activeElement) || row.querySelector(".error:not([hidden])");
    const line = lineOf(row);
    if (row !== all.at(-1) && !inside && line) collapse(row, line);
    else row.classList.remove("folded");
  }
}

/** @param {Element} row @param {string} line */
function collapse(row, line) {
  row.classList.add("folded");
  const name = row.querySelector("legend")?.textContent ?? "";
  const opener = button(says.rows.open(name, line), () => {
    expandRow(row);
    row.querySelector("input")?.focus();
  });
  opener.classList.add("opener");
  row.querySelector("legend")?.after(opener);
}

/** Expands the row that a question is in, if it's collapsed. @param {Element} part */
export function expandRow(part) {
  const row = part.closest(".row.folded");
  row?.classList.remove("folded");
  row?.querySelector(":scope > .opener")?.remove();
}

/** The answers of a row in one line. @param {Element} row */
const lineOf = (row) =>
  [...row.querySelectorAll("input[type=text], select, textarea")].map(wordsIn).filter(Boolean).slice(0, SHOWN).join(", ");

/** @param {Element} box */
function wordsIn(box) {
  if (box instanceof HTMLSelectElement) return box.selectedOptions[0]?.textContent ?? "";
  return box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement ? box.value.trim() : "";
}
