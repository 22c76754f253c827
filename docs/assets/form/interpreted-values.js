/** Shows below each box, in words, how its date or amount was read: with the year, or with VAT. */

import { leave } from "./question-values.js";

/**
 * Shows how dates and amounts were read. Once the reader leaves a date without a year, writes it out in the box, so it
 * stays the same date later, in a link and in a stored claim.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} readings by the name of the question
 * @param {(field: string) => boolean} left
 * @returns {string[]} readings to read out, as a reader who has left the box may not see them
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

/** The line below a box that describes it, added if it isn't there. @param {Element} box @returns {HTMLElement} */
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
