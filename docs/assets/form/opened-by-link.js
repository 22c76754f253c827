/**
 * A calculator opened by a link with answers in it. On a phone the page opens on the answer, one tap from the form. If
 * the link lacks an answer, or has one that can't be used, the page opens on the form at that question.
 */

import { goTo } from "../engine/form-status.js";
import { button, element, outlinedButton } from "../lib/dom.js";
import { isCarried, senderFromFragment } from "../navigation/answers-in-links.js";
import { pageSignal } from "../navigation/page-signal.js";
import { goToQuestion } from "./errors.js";
import { misfits, questionFor } from "./question-values.js";
import { ensureRows } from "./rows.js";
import { words } from "./strings.js";

/** @import { Problem } from "./errors.js" */
/** @import { Row } from "./values.js" */

const ANSWER = "answer";
const FORM = "form";

export class LinkOpening {
  #place;
  #form;
  /** Questions whose answer in the link isn't one of their choices. */
  #misfits;
  #brought;
  #waits = true;
  #path = location.pathname;
  #way = element("p", "change-answers", button(words.change, () => this.#change(), "md-button"));
  /** @type {HTMLElement | undefined} */
  #note;

  /**
   * @param {HTMLElement} place the calculator
   * @param {HTMLFormElement} form
   * @param {string[]} brought names of the answers in the link
   * @param {string[]} misfits names of those that the form can't take
   */
  constructor(place, form, brought, misfits) {
    this.#place = place;
    this.#form = form;
    this.#brought = brought;
    this.#misfits = misfits;
    place.prepend(this.#way);
    this.#view(history.state?.opened ?? ANSWER);
    addEventListener("popstate", ({ state }) => this.#wentTo(state?.opened ?? ANSWER), { signal: pageSignal() });
    for (const act of ["input", "submit"]) form.addEventListener(act, () => (this.#waits = false));
    place.addEventListener("reveal", () => this.#leave());
    place.addEventListener("cleared", () => this.#end());
  }

  /** Handles an answer, and says whether the focus moved to it or to a question. */
  answered() {
    this.#note?.remove();
    const [misfit] = this.#misfits;
    if (!this.#waits) return false;
    this.#waits = false;
    if (misfit) return this.#openAt(misfit, words.link.notAChoice);
    const here = document.activeElement;
    const isElsewhere = here !== document.body && !here?.matches("main h1");
    if (isElsewhere || window !== top || this.#place.dataset.opened !== ANSWER) return false;
    const first = this.#place.querySelector(".answer .letter") ? "h2" : ".headline"; // a letter is above its headline
    const target = this.#place.querySelector(`.answer > ${first}`);
    if (!(target instanceof HTMLElement)) return false;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    return true;
  }

  /** Handles a reply with problems. @param {Problem[]} problems */
  refused(problems) {
    if (!this.#waits) return;
    this.#waits = false;
    const first = problems.find(({ field }) => questionFor(this.#form, field));
    const name = this.#misfits[0] ?? first?.field ?? "";
    const isWrong = this.#brought.some((one) => one === name || one.startsWith(`${name}.`));
    this.#openAt(name, this.#misfits.length ? words.link.notAChoice : isWrong ? words.link.wrong : words.link.missing);
  }

  /** Shows the form if the calculator can't answer now, as it says why and what can be done. */
  stopped() {
    if (this.#waits) this.#view(FORM);
  }

  /** @param {string} name @param {string} sentence */
  #openAt(name, sentence) {
    this.#view(FORM);
    this.#note = element("p", "note link-note", sentence);
    const question = questionFor(this.#form, name);
    if (!question) {
      this.#form.prepend(this.#note);
      this.#note.tabIndex = -1;
      goTo(this.#note);
      return true;
    }
    question.before(this.#note);
    goToQuestion(question);
    this.#note.scrollIntoView();
    return true;
  }

  #change() {
    this.#leave();
    const first = this.#form.querySelector("legend, label");
    if (!(first instanceof HTMLElement)) return;
    first.tabIndex = -1;
    goTo(first);
  }

  /** Shows the form; the Back button returns to the answer. */
  #leave() {
    if (this.#place.dataset.opened !== ANSWER) return;
    history.pushState({ ...history.state, opened: FORM }, "");
    this.#view(FORM);
  }

  /** @param {string} view */
  #wentTo(view) {
    if (location.pathname === this.#path && this.#place.dataset.opened) this.#view(view);
  }

  #end() {
    this.#waits = false;
    this.#note?.remove();
    this.#way.remove();
    delete this.#place.dataset.opened;
    history.replaceState({ ...history.state, opened: undefined }, "");
  }

  /** @param {string} view */
  #view(view) {
    this.#place.dataset.opened = view;
  }
}

/**
 * Opens a calculator on its answer if its address has answers in it. Removes from `brought` any that the form can't
 * take.
 * @param {HTMLElement} place the calculator
 * @param {HTMLFormElement} form
 * @param {Row} brought
 * @returns {LinkOpening | undefined} undefined if it opens on its form
 */
export function openByLink(place, form, brought) {
  const names = Object.keys(brought);
  const isFramed = place.closest(".bare-page") !== null;
  const sender = isFramed ? "" : senderFromFragment();
  if (sender) place.before(element("p", "sender", words.link.from(sender)));
  if (!names.length || "steps" in place.dataset) return undefined;
  if (isFramed || isCarried()) {
    showWayToAnswer(place);
    return undefined;
  }
  ensureRows(form, names);
  const unfit = misfits(form, brought);
  for (const name of unfit) delete brought[name];
  return new LinkOpening(place, form, names, unfit);
}

/**
 * Adds a button that goes to the answer, which on a phone is far below the filled-in form.
 * @param {HTMLElement} place
 */
function showWayToAnswer(place) {
  const answer = /** @type {HTMLElement} */ (place.querySelector(".answer"));
  place.prepend(element("p", "arrived", words.arrived, " ", outlinedButton(words.toAnswer, () => goTo(answer))));
}
