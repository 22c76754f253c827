/** Adds what surrounds a calculator's form and answer: file import, the claim, buttons, links to a question. */

import { addAnswerActions } from "../answer/actions.js";
import { syncForm } from "../claim/form-sync.js";
import { element } from "../lib/dom.js";
import { collapseLongRows } from "./collapse-rows.js";
import { openInPlace } from "../plan/do-now.js";
import { rememberPlan } from "../plan/last-visit.js";
import { offerTickOff } from "../plan/tick-off.js";
import { offerLetters } from "../table/save-letters.js";
import { offerTable } from "../table/table-source.js";
import { goToQuestion } from "./errors.js";
import { offerFileImport } from "./import-rows.js";
import { askInSteps } from "./steps.js";
import { words } from "./strings.js";

/** @import { Engine } from "../engine/engine.js" */

/** @param {HTMLElement} place @param {Engine} engine */
export function addFormFeatures(place, engine) {
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  collapseLongRows(form);
  foldExample(place);
  if (!place.closest(".bare-page")) syncForm(place, form); // answers in an embedded frame aren't part of the claim
  if ("table" in place.dataset) {
    offerTable(place, engine);
    offerLetters(place, engine);
  } else {
    offerFileImport(place, form, engine);
  }
  addAnswerActions(place, form);
  if ("steps" in place.dataset) {
    openInPlace(place, form, engine);
    offerTickOff(place, form);
    rememberPlan(place);
    askInSteps(place, form, engine);
  }
  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-change]") : null;
    if (!link) return;
    event.preventDefault();
    goTo(form, link.getAttribute("data-change") ?? "");
  });
  if (location.hash.startsWith("#q-")) goTo(form, location.hash.slice(3));
}

/**
 * Folds the worked example of a plan, as beside the questions it would look like the reader's own. On a phone, folds
 * that of a letter too, as it would be longer than the page around it.
 * @param {HTMLElement} place
 */
function foldExample(place) {
  const example = place.querySelector('.answer[data-state="example"]');
  if (example && "steps" in place.dataset) {
    const drawn = element("div", "answer", ...example.childNodes);
    const folded = element("details", "example", element("summary", "", words.examplePlan), drawn);
    return example.replaceChildren(element("p", "awaited", words.planComes), folded);
  }
  const letter = /** @type {HTMLElement | null} */ (place.querySelector('.answer[data-state="example"] > .text'));
  if (!letter || !matchMedia("(max-width: 37.5em)").matches) return;
  const folded = element("details", "fold", element("summary", "", words.example(letter.dataset.called ?? "letter")));
  letter.replaceWith(folded);
  folded.append(letter);
}

/** @param {HTMLFormElement} form @param {string} name */
function goTo(form, name) {
  const question = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
  if (question) goToQuestion(question);
}
