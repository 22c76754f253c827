/** Answers that go along to the next calculator, in the part of the address that never leaves the device. */

import { collect } from "./answers.js";

/** @import { Row } from "./answers.js" */

/**
 * The answers that the address brought, by the name of their question; words of somebody's own are never taken from a
 * link, for it may come from anybody.
 * @param {HTMLElement} place the calculator
 * @returns {Row}
 */
export function carried(place) {
  if (!location.hash.includes("=")) return {};
  const brought = [...new URLSearchParams(location.hash.slice(1))];
  return Object.fromEntries(brought.filter(([name]) => travels(place, name)));
}

/**
 * Whether the answer to a question may stand in a link.
 * @param {HTMLElement} place the calculator
 * @param {string} name
 */
export const travels = (place, name) => (place.dataset.travels ?? "").split(" ").includes(name.replace(/\.\d+\./, "."));

/**
 * Lets the links to other calculators take along the answers that those ask for: what came out of this one, or else
 * what was typed into it.
 * @param {HTMLElement} place the calculator
 * @param {HTMLFormElement} form
 * @param {() => Record<string, string>} told what came out
 */
export function watchCarry(place, form, told) {
  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-carry]") : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    /** @type {Record<string, unknown>} */
    const known = { ...collect(form), ...told() };
    const taken = new URLSearchParams();
    for (const name of (link.dataset.carry ?? "").split(" ")) {
      const value = known[name];
      if (typeof value === "string") taken.set(name, value);
    }
    link.hash = taken.toString();
  });
}
