/**
 * Ticking off the step of a plan. If a question asks about the step, the tick answers it and the plan moves on.
 * Otherwise it goes into the claim, which is only stored on the device if the reader keeps the plan.
 */

import { claim } from "../claim/store.js";
import { says } from "../claim/strings.js";
import { leave, questionOf, setAnswer } from "../form/question-values.js";
import { element } from "../lib/dom.js";
import { dateInWords, today } from "../lib/today.js";
import { pageSignal } from "../navigation/page-signal.js";

const [STEP, DAY] = ["plan_done", "plan_done_on"];

/** The checkbox below a step, to tick once it's done. A letter has a button beside it instead. */
class TickOff {
  #place;
  #form;
  /** @type {Record<string, string>} */
  #told = {};

  /** @param {HTMLElement} place @param {HTMLFormElement} form */
  constructor(place, form) {
    this.#place = place;
    this.#form = form;
    place.addEventListener("answered", (event) => this.#answered(/** @type {CustomEvent} */ (event).detail.told));
    claim.watch(({ names }) => names.includes(STEP) && this.#show(), pageSignal());
  }

  /** @param {Record<string, string>} told */
  #answered(told) {
    this.#told = told;
    const before = claim.answers.get(STEP)?.value;
    if (before && !this.#step.endsWith(`=${before}`)) claim.put([[STEP, undefined], [DAY, undefined]]);
    this.#show();
  }

  /** The answer that ticks off today's step, such as plan_done=start_a_claim. */
  get #step() {
    return this.#link?.dataset.done ?? "";
  }

  get #link() {
    return /** @type {HTMLAnchorElement | null} */ (this.#place.querySelector(".answer[data-state=answer] > .action a"));
  }

  #show() {
    const before = this.#place.querySelector(".answer > .tick");
    const wasIn = before?.contains(document.activeElement);
    before?.remove();
    const isDone = this.#step === `${STEP}=${claim.answers.get(STEP)?.value}`;
    if (!this.#step || (!isDone && this.#link?.pathname.includes("/drafts/"))) return;
    const box = this.#box(isDone);
    this.#link?.closest(".action")?.after(element("p", "tick added", element("label", "choice", box, ` ${this.#words(isDone)}`)));
    if (wasIn) box.focus({ preventScroll: true });
  }

  /** @param {boolean} isDone */
  #box(isDone) {
    const box = element("input", "");
    box.type = "checkbox";
    box.checked = isDone;
    box.addEventListener("input", (event) => event.stopPropagation());
    box.addEventListener("change", (event) => {
      event.stopPropagation();
      if (box.checked) tickOff(this.#place, this.#form, this.#step);
      else claim.put([[STEP, undefined], [DAY, undefined]]);
    });
    return box;
  }

  /** @param {boolean} isDone */
  #words(isDone) {
    if (!isDone) return says.plan.done;
    const { next_date: on, next_date_for: what = "" } = this.#told;
    const done = says.plan.doneOn(dateInWords(String(claim.answers.get(DAY)?.value ?? "")));
    return on ? `${done} ${says.home.next(dateInWords(on), what)}` : done;
  }
}

/**
 * Ticks off a step as done today: answers the question that asks about it and goes to the new plan, or else puts it
 * into the claim.
 * @param {HTMLElement} place
 * @param {HTMLFormElement} form
 * @param {string} step the name and the value of its `data-done`
 */
export function tickOff(place, form, step) {
  const [name = "", value = ""] = step.split("=");
  const question = questionOf(form, name);
  if (!question) return claim.put([[STEP, { value, kind: "words" }], [DAY, { value: today(), kind: "date" }]]);
  setAnswer(form, question, value);
  place.addEventListener("answered", () => place.dispatchEvent(new Event("planned")), { once: true });
  leave(question);
}

/** @param {HTMLElement} place @param {HTMLFormElement} form */
export const offerTickOff = (place, form) => new TickOff(place, form);
