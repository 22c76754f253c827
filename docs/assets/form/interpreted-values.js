/** What was typed, as it was read: the date with its year, the amount with its VAT, in words below the box. */

import { leave } from "./question-values.js";

/**
 * Shows how dates and amounts were read. A date that the reader has left without its year is written out in the box, so
 * that it's still the same date tomorrow, in a link and in a claim that is kept.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} readings by the name of the question
 * @param {(field: string) => boolean} left
 * @returns {string[]} what is new of it, for a reader who has left the box and may not see it
 */
export function showReadings(form, readings, left) {
  const fresh = [];
  for (const note of form.querySelectorAll(".in-words")) {
    if (!readings[fieldOf(note)]) note.textContent = "";
  }
  for (const [field, words] of Object.entries(readings)) {
    const box = form.querySelector(`[data-field="${CSS.escape(field)}"] input[name]`);
    if (!(box instanceof HTMLInputElement)) continue;
    const note = noteOf(box);
    note.textContent = box.value === words ? "" : words;
    if (!left(field) || box === document.activeElement) continue;
    if (note.dataset.told !== words) fresh.push(words);
    note.dataset.told = words;
    if (isDate(box) && !/\d{4}/.test(box.value)) writeOut(box, words);
  }
  return fresh;
}

/** @param {Element} part */
const fieldOf = (part) => part.closest("[data-field]")?.getAttribute("data-field") ?? "";

/** @param {Element} box */
const isDate = (box) => box.closest("[data-field]")?.getAttribute("data-kind") === "date";

/** @param {HTMLInputElement} box @param {string} words */
function writeOut(box, words) {
  box.value = words;
  leave(box);
}

/** The line below a box, which describes it. @param {Element} box @returns {HTMLElement} */
function noteOf(box) {
  const known = box.closest("[data-field]")?.querySelector(".in-words");
  if (known instanceof HTMLElement) return known;
  const note = document.createElement("p");
  note.className = "in-words";
  note.id = `${box.id}-read`;
  (box.closest(".dated, .affix") ?? box).after(note);
  box.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby") ?? ""} ${note.id}`.trim());
  return note;
}
