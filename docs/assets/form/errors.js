/** Error messages: one beside each question, and a summary of all of them above the form. */

import { openAround } from "../lib/dom.js";
import { expandRow } from "./collapse-rows.js";
import { words } from "./strings.js";

/** @typedef {{field: string, message: string}} Problem an empty field name means the whole form */

/**
 * Shows each error beside its question once it's due, and clears those that are corrected.
 * @param {HTMLFormElement} form
 * @param {Problem[]} problems
 * @param {(field: string) => boolean} due whether the reader has left a question, so its error may show
 * @returns {string[]} the errors that are new
 */
export function showFieldErrors(form, problems, due) {
  const fresh = [];
  for (const question of form.querySelectorAll("[data-field]")) {
    const field = question.getAttribute("data-field") ?? "";
    const message = problems.find((problem) => problem.field === field && due(field))?.message;
    if (showError(question, message) && message) fresh.push(message);
  }
  return fresh;
}

/**
 * Shows or clears the error beside a question.
 * @param {Element} question
 * @param {string | undefined} message
 * @returns whether the message changed
 */
export function showError(question, message = "") {
  const error = question.querySelector(".error");
  const isNew = error !== null && error.textContent !== message;
  if (error) error.textContent = message;
  error?.toggleAttribute("hidden", !message);
  const box = question.querySelector("input:not([type=radio]), select, textarea");
  if (message) box?.setAttribute("aria-invalid", "true");
  else box?.removeAttribute("aria-invalid");
  return isNew;
}

/** Shows an error at once, before Python runs, if an amount has no digit. @param {HTMLElement | null} question */
export function showUnreadable(question) {
  const message = question?.dataset.unreadable;
  const typed = question?.querySelector("input")?.value.trim();
  if (question && message) showError(question, typed && !/\d/.test(typed) ? message : "");
}

/**
 * Whether an error is shown beside a question.
 * @param {HTMLFormElement} form
 * @param {string} field
 */
export const hasFieldError = (form, field) => form.querySelector(`[data-field="${field}"] .error:not([hidden])`) !== null;

/**
 * Fills the error summary, or hides it if there are no errors.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} summary
 * @param {Problem[]} problems
 */
export function showErrorSummary(form, summary, problems) {
  const heading = document.createElement("h2");
  const list = document.createElement("ul");
  heading.textContent = words.problems;
  list.append(...problems.map((problem) => line(form, problem)));
  summary.replaceChildren(heading, list);
  summary.hidden = problems.length === 0;
  const title = document.title.replace(words.errorTitle, "");
  document.title = problems.length ? words.errorTitle + title : title;
}

/**
 * @param {HTMLFormElement} form
 * @param {Problem} problem
 */
function line(form, { field, message }) {
  const item = document.createElement("li");
  const question = form.querySelector(`[data-field="${field}"]`);
  if (question) item.append(linkTo(question, field, message));
  else item.append(message);
  return item;
}

/**
 * @param {Element} question
 * @param {string} field
 * @param {string} message
 */
function linkTo(question, field, message) {
  const link = document.createElement("a");
  link.href = `#q-${field}`;
  link.textContent = message;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goToQuestion(question);
  });
  return link;
}

/** Reveals a question and moves the focus to it. @param {Element} question */
export function goToQuestion(question) {
  question.dispatchEvent(new Event("reveal", { bubbles: true }));
  openAround(question);
  expandRow(question);
  question.scrollIntoView();
  const box = question.querySelector(":checked, input:not([type=radio]), select, textarea, button");
  if (box instanceof HTMLElement) box.focus({ preventScroll: true });
}
