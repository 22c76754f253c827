/** Answers that go along to the next calculator, in the part of the address that never leaves the device. */

import { collect } from "./answers.js";

/** @import { Row } from "./answers.js" */

/** The answers that the address brought, by the name of their question. @returns {Row} */
export const carried = () =>
  location.hash.includes("=") ? Object.fromEntries(new URLSearchParams(location.hash.slice(1))) : {};

/**
 * Lets the links to other calculators take along the answers that those ask for: what came out of this one, or else
 * what was typed into it.
 * @param {HTMLElement} place the calculator
 * @param {HTMLFormElement} form
 * @param {() => Record<string, unknown>} result
 */
export function watchCarry(place, form, result) {
  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-carry]") : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    /** @type {Record<string, unknown>} */
    const known = { ...collect(form), ...withoutGaps(result()) };
    const taken = new URLSearchParams();
    for (const name of (link.dataset.carry ?? "").split(" ")) {
      const value = known[name];
      if (typeof value === "string") taken.set(name, value);
    }
    link.hash = taken.toString();
  });
}

/** @param {Record<string, unknown>} result */
const withoutGaps = (result) => Object.fromEntries(Object.entries(result).filter(([, value]) => value !== null));
