/** The questions of a form: their values, whether they have been changed, and setting an answer. */

import { isChanged } from "./changed-from-default.js";
import { setRows } from "./rows.js";
import { collect, fill, unfold } from "./values.js";

/** @import { Answer } from "../claim/file.js" */
/** @import { Row } from "./values.js" */

/** All questions of a form, except those within rows. @param {HTMLFormElement} form @returns {HTMLElement[]} */
export const questions = (form) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-field]"))].filter(
    (question) => !nameOf(question).includes("."),
  );

/** @param {HTMLFormElement} form @param {string} name */
export const questionOf = (form, name) => questions(form).find((question) => nameOf(question) === name);

/**
 * A question, or one within a row, by its name.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {HTMLElement | null}
 */
export const questionFor = (form, name) => form.querySelector(`[data-field="${CSS.escape(name)}"]`);

/**
 * The names of values that aren't among the choices of their question.
 * @param {HTMLFormElement} form
 * @param {Row} values by the name of their box
 */
export const misfits = (form, values) =>
  Object.entries(values)
    .filter(([name, value]) => {
      const question = questionFor(form, name);
      return question?.querySelector("select, [type=radio]") && !offers(question, value);
    })
    .map(([name]) => name);

/** @param {HTMLElement} question */
export const nameOf = (question) => question.dataset.field ?? "";

/** The label of a question. @param {HTMLElement} question */
export const wordsOf = (question) =>
  question.querySelector(":scope > label:not(.choice), :scope > legend")?.textContent?.trim() ?? "";

/**
 * The name of the question that an event happened in; within a row, the question with the rows.
 * @param {Event} event
 */
export function nameOfEvent(event) {
  const question = event.target instanceof Element ? event.target.closest("[data-field]") : null;
  return question?.getAttribute("data-field")?.split(".")[0] ?? "";
}

/** The label of the choice selected in a question. @param {HTMLElement} question */
export function choiceIn(question) {
  const box = question.querySelector("select");
  const radio = question.querySelector("input:checked");
  return (box ? box.selectedOptions[0] : radio?.closest("label"))?.textContent?.trim() ?? "";
}

/** Whether a question still has its initial value, so an answer may be filled in. @param {HTMLElement} question */
export const isUntouched = (question) => ![...question.querySelectorAll("[name]")].some(isChanged);

/** The value of a question, which may be empty. @param {HTMLFormElement} form @param {HTMLElement} question @returns {string | Row[]} */
export const currentValue = (form, question) =>
  collect(form)[nameOf(question)] ?? (question.dataset.kind === "rows" ? [] : "");

/** The answer in a question, or undefined if it's empty. @param {HTMLFormElement} form @param {HTMLElement} question */
export function answerIn(form, question) {
  const value = currentValue(form, question);
  return value.length ? { value, kind: question.dataset.kind ?? "" } : undefined;
}

/** Whether a question can take an answer. @param {HTMLElement} question @param {Answer} answer */
export function fits(question, { value, kind }) {
  if (question.dataset.kind !== kind) return false;
  if (kind === "rows") return Array.isArray(value);
  return typeof value === "string" && (kind !== "choice" || offers(question, value));
}

/** @param {HTMLElement} question @param {string} value */
const offers = (question, value) =>
  [...question.querySelectorAll("input, option")].some((box) => box.getAttribute("value") === value);

/** @param {HTMLFormElement} form @param {HTMLElement} question @param {string | Row[]} value */
export function setAnswer(form, question, value) {
  const name = nameOf(question);
  if (Array.isArray(value)) setRows(question, value);
  else fill(form, { [name]: value });
  unfold(form, { [name]: "" });
}

/** Makes the form recalculate, as if the reader had just changed this question. @param {HTMLElement} question */
export const leave = (question) => question.dispatchEvent(new Event("change", { bubbles: true }));
