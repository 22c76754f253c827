/**
 * Puts into the claim when the plan was last seen, its step and its next date, for the next visit. Nothing is stored
 * unless the reader keeps the claim.
 */

import { claim } from "../claim/store.js";

/** @import { Answer } from "../claim/file.js" */

const FROM = "Your plan";

/** @param {HTMLElement} place */
export function rememberPlan(place) {
  if (claim.kept && claim.answers.has("plan_step")) place.dataset.shown = ""; // it was shown on an earlier visit
  place.addEventListener("answered", (event) => {
    const { told } = /** @type {CustomEvent} */ (event).detail;
    claim.put([
      ["last_seen", answer(told.planned_from, "date")],
      ["plan_step", answer(place.querySelector(".headline")?.textContent ?? "", "words")],
      ["plan_next_on", answer(told.next_date, "date")],
      ["plan_next", answer(told.next_date_for, "words")],
    ]);
  });
}

/** @param {string | undefined} value @param {string} kind @returns {Answer | undefined} */
const answer = (value, kind) => (value ? { value, kind, from: FROM } : undefined);
