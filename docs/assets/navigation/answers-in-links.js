/** Passes answers between calculators in the URL fragment, which browsers never send to a server. */

import { collect } from "../form/values.js";

/** @import { Row } from "../form/values.js" */

/**
 * The answers in the address, by the name of their question. Never takes free text from a link, as anyone may have
 * written it.
 * @param {HTMLElement} place the calculator
 * @returns {Row}
 */
export function answersFromFragment(place) {
  if (!location.hash.includes("=")) return {};
  const brought = [...new URLSearchParams(location.hash.slice(1))];
  return Object.fromEntries(brought.filter(([name]) => isShareable(place, name)));
}

const FROM = "from";
/** Allows names of a service. Anyone may have written the link, so it lets no web address or phone number through. */
const NAME = /^(?!.*(?:\.\S|\d{4}))[\p{L}\p{M}\d &'’.,()-]{2,60}$/u;

/** The name of the service that a link says it's from, or an empty string. */
export const senderFromFragment = () => asSender(new URLSearchParams(location.hash.slice(1)).get(FROM) ?? "");

/** The name if a link may carry it, or an empty string. @param {string} name */
export const asSender = (name) => (NAME.test(name.trim()) ? name.trim() : "");

/** The parameter in a link for the name of a service. @param {string} name @returns {[string, string][]} */
export const senderEntry = (name) => (asSender(name) ? [[FROM, asSender(name)]] : []);

const CARRIED = "carried";

/** Whether the answers in the address come from another calculator here, so any for the claim are in it already. */
export const isCarried = () => new URLSearchParams(location.hash.slice(1)).has(CARRIED);

/**
 * Whether the answer to a question may be put in a link.
 * @param {HTMLElement} place the calculator
 * @param {string} name
 */
export const isShareable = (place, name) => (place.dataset.travels ?? "").split(" ").includes(name.replace(/\.\d+\./, "."));

/**
 * Adds answers to links to other calculators that ask for them: results of this calculator, or else what was typed into
 * it. A link keeps answers it has already, such as the number of reminders sent.
 * @param {HTMLElement} place the calculator
 * @param {HTMLFormElement} form
 * @param {() => Record<string, string>} results
 */
export function carryAnswers(place, form, results) {
  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-carry]") : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    /** @type {Record<string, unknown>} */
    const known = { ...collect(form), ...results(), ...toldTo(place, results()) };
    link.dataset.answers ??= link.hash.includes("=") ? link.hash.slice(1) : "";
    const taken = new URLSearchParams(link.dataset.answers);
    for (const name of namesCarried(place, link)) {
      for (const [field, value] of entriesOf(name, known[name])) taken.set(field, value);
    }
    if (taken.size) taken.set(CARRIED, "yes");
    link.hash = taken.toString();
  });
}

/**
 * An answer as parameters of a link. Rows have one for each of their questions, such as `steps.1.amount`.
 * @param {string} name
 * @param {unknown} value
 * @returns {[string, string][]}
 */
function entriesOf(name, value) {
  if (typeof value === "string") return [[name, value]];
  if (!Array.isArray(value)) return [];
  const rows = /** @type {Row[]} */ (value);
  return rows.flatMap((row, index) =>
    Object.entries(row).map(([part, typed]) => /** @type {[string, string]} */ ([`${name}.${index + 1}.${part}`, typed])),
  );
}

/**
 * The names of the answers that a link carries: those in its `data-carry` or, if that's a star, all that may be in a
 * link.
 * @param {HTMLElement} place the calculator
 * @param {HTMLAnchorElement} link
 */
function namesCarried(place, { dataset, pathname }) {
  if (dataset.carry !== "*") return (dataset.carry ?? "").split(" ");
  if (!/\/(calculators|drafts)\//.test(pathname)) return [];
  return [...(place.dataset.travels ?? "").split(" "), ...toldQuestions(place).map(({ name }) => name)];
}

/**
 * Questions of other calculators that this one answers, each with its kind and the result that answers it.
 * @param {HTMLElement} place the calculator
 */
export const toldQuestions = (place) =>
  (place.dataset.tells ?? "").split(" ").map((entry) => {
    const [name = "", kind = "", result = ""] = entry.split(":");
    return { name, kind, result };
  });

/**
 * The results that answer other calculators' questions, by the name of the question.
 * @param {HTMLElement} place the calculator
 * @param {Record<string, string>} results
 */
const toldTo = (place, results) =>
  Object.fromEntries(
    toldQuestions(place).flatMap(({ name, result }) => (result in results ? [[name, results[result]]] : [])),
  );
