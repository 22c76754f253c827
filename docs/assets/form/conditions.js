/** Questions that depend on earlier answers: shown if they matter; hidden, and not sent, if they don't. */

import { isUntouched, nameOf } from "./question-values.js";

/**
 * Whether a question is asked. It's `open` while a question it depends on has no answer yet; then it's shown only if a
 * link or the claim has filled it in.
 * @typedef {"yes" | "no" | "open"} Asked
 */

/**
 * Shows the questions that these answers ask for, and hides the others. Focus stays where it is.
 * @param {HTMLFormElement} form
 */
export function showAsked(form) {
  /** @type {Map<string, Asked>} */
  const states = new Map();
  const questions = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-field]"));
  const byName = new Map([...questions].map((question) => [nameOf(question), question]));
  for (const [name, question] of byName) {
    const prefix = name.slice(0, name.lastIndexOf(".") + 1); // names its row, such as invoices.2.
    const { when, shownWhen, unless } = question.dataset;
    /** @param {string} other @param {string[]} wanted @returns {Asked} */
    const has = (other, wanted) => {
      const before = states.get(prefix + other) ?? "yes";
      const code = codeIn(byName.get(prefix + other));
      if (before !== "yes" || !code) return before === "no" ? "no" : "open";
      if (wanted.includes(code)) return "yes";
      return shownWhen && isAtDefault(byName.get(prefix + other)) ? "open" : "no";
    };
    const state = unless && asked(unless, has) === "yes" ? "no" : asked(when ?? shownWhen, has);
    states.set(name, state);
    if (when ?? shownWhen ?? unless) show(question, state === "yes" || (state === "open" && !isUntouched(question)));
  }
  for (const part of form.querySelectorAll(".group, .more")) {
    part.toggleAttribute("hidden", !part.querySelector("[data-field]:not([hidden])"));
  }
  form.dataset.ready = "";
}

/**
 * For example `situation=silent letter_sent=no; situation=gone|dead`: any of the conditions, and all parts of that one.
 * @param {string | undefined} when
 * @param {(name: string, wanted: string[]) => Asked} has whether an earlier question has one of these answers
 * @returns {Asked}
 */
function asked(when, has) {
  if (!when) return "yes";
  const states = when.split("; ").map((condition) => allOf(condition.split(" ").map((part) => holds(part, has))));
  return states.includes("yes") ? "yes" : states.includes("open") ? "open" : "no";
}

/** @param {Asked[]} states @returns {Asked} */
const allOf = (states) => (states.includes("no") ? "no" : states.includes("open") ? "open" : "yes");

/** @param {string} part @param {(name: string, wanted: string[]) => Asked} has */
function holds(part, has) {
  const [name = "", wanted = ""] = part.split("=");
  return has(name, wanted.split("|"));
}

/** Whether a choice has its initial value, as when a link leaves it out. @param {HTMLElement | undefined} question */
const isAtDefault = (question) => question !== undefined && isUntouched(question);

/** The code of the choice selected in a question. @param {HTMLElement | undefined} question */
function codeIn(question) {
  const box = question?.querySelector("input:checked, select");
  return box instanceof HTMLInputElement || box instanceof HTMLSelectElement ? box.value : "";
}

/** Shows or hides a question. Disabled boxes aren't sent. @param {HTMLElement} question @param {boolean} isAsked */
function show(question, isAsked) {
  question.hidden = !isAsked;
  for (const box of question.querySelectorAll("input, select, textarea, button")) box.toggleAttribute("disabled", !isAsked);
}
