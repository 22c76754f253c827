/** All that a calculator's page has around its form and its answer. */

import { watchAnswer } from "./beside.js";
import { offerFiles } from "./csv-rows.js";
import { foldLongRows } from "./fold-rows.js";
import { offerClaim } from "./offer.js";
import { goToQuestion } from "./problems.js";

/** @import { Engine } from "./engine.js" */

/** @param {HTMLElement} place @param {Engine} engine */
export function outfit(place, engine) {
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  foldLongRows(form);
  if (!place.closest(".bare-page")) offerClaim(place, form); // what is typed in a frame belongs to no claim
  offerFiles(place, form, engine);
  watchAnswer(place, form);
  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-change]") : null;
    if (!link) return;
    event.preventDefault();
    show(form, link.getAttribute("data-change") ?? "");
  });
  if (location.hash.startsWith("#q-")) show(form, location.hash.slice(3));
}

/** @param {HTMLFormElement} form @param {string} name */
function show(form, name) {
  const question = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
  if (question) goToQuestion(question);
}
