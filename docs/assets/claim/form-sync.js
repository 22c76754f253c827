/** Keeps a form and the claim in step: puts answers into the claim, and fills in the form from it. */

import { goToQuestion } from "../form/errors.js";
import {
  answerIn,
  currentValue,
  fits,
  isUntouched,
  leave,
  nameOf,
  nameOfEvent,
  questionOf,
  questions,
  setAnswer,
  wordsOf,
} from "../form/question-values.js";
import { setRows } from "../form/rows.js";
import { button, element, statusLine } from "../lib/dom.js";
import { answersFromFragment, isCarried, toldQuestions } from "../navigation/answers-in-links.js";
import { pageSignal } from "../navigation/page-signal.js";
import { controls } from "./controls.js";
import { INVOICES, LISTED, listOf } from "./one-invoice.js";
import { claim } from "./store.js";
import { says } from "./strings.js";

/** @import { Row } from "../form/values.js" */
/** @import { Answer, Answers } from "./file.js" */

const PAUSE = 500; // milliseconds without typing before an answer goes into the claim

class FormSync {
  #place;
  #form;
  /** The values before the claim filled in the form, for undo. @type {Map<string, string | Row[]>} */
  #before = new Map();
  /** Questions edited since the claim was last updated. @type {Set<string>} */
  #typed = new Set();
  /** Questions that the reader undid, so they aren't filled in again. @type {Set<string>} */
  #declined = new Set();
  #filling = false;
  /** Whether the list of invoices was filled in with the claim's one amount and due date. */
  #isOne = false;
  /** Whether the reader has changed that list since, so its total replaces the amount they typed before. */
  #isListed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #note = element("div", "filled");
  #told = statusLine();
  /** The worked example that the page came with. */
  #example;
  #answer;

  /** @param {HTMLElement} place @param {HTMLFormElement} form */
  constructor(place, form) {
    this.#place = place;
    this.#form = form;
    this.#answer = /** @type {HTMLElement} */ (place.querySelector(".answer"));
    this.#example = this.#answer.innerHTML;
    this.#note.append(this.#told);
    form.prepend(this.#note);
    const keeper = {
      gather: () => this.#gather(),
      /** @param {Answers} answers */
      loaded: (answers) => this.#loaded(answers),
      cleared: () => this.#clear(),
    };
    form.append(controls(keeper, false));
    form.addEventListener("input", (event) => this.#typing(nameOfEvent(event)));
    form.addEventListener("change", (event) => this.#left(nameOfEvent(event)));
    form.addEventListener("click", (event) => this.#pressed(event));
    place.addEventListener("restart", () => this.#clear());
    place.addEventListener("answered", (event) => this.#addResults(/** @type {CustomEvent} */ (event).detail.told));
    const signal = pageSignal();
    signal.addEventListener("abort", () => this.#save(), { once: true });
    addEventListener("pagehide", () => this.#save(), { signal });
    addEventListener("pageshow", () => this.#offer(), { signal });
    claim.watch(({ what, elsewhere, names }) => {
      if (what === "changed" && elsewhere) this.#fill(names, says.elsewhere, (question) => !this.#isBusy(question));
    }, signal);
    // Soft navigation causes no pageshow event. A page that the reader goes back to stays as they left it.
    if (document.readyState === "complete" && !place.hasAttribute("data-left")) this.#offer();
    const isBrought = Object.keys(answersFromFragment(place)).length > 0 && !isCarried();
    if (isBrought && claim.kept) claim.put(this.#gather());
  }

  // From the form to the claim

  /** @returns {Answers} */
  #gather() {
    /** @type {Answers} */
    const found = new Map();
    for (const question of questions(this.#form)) {
      const answer = isUntouched(question) ? undefined : answerIn(this.#form, question);
      if (answer) found.set(nameOf(question), answer);
    }
    return found;
  }

  /** @param {string} name */
  #typing(name) {
    if (this.#filling || !name) return;
    this.#typed.add(name);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#save(), PAUSE);
  }

  /** @param {string} name */
  #left(name) {
    if (this.#filling || !name) return;
    this.#typed.add(name);
    this.#save();
  }

  /** A row was added or removed. @param {Event} event */
  #pressed(event) {
    if (event.target instanceof Element && event.target.closest(".add, .remove")) this.#left(nameOfEvent(event));
  }

  #save() {
    clearTimeout(this.#pause);
    this.#isListed ||= this.#isOne && this.#typed.has(INVOICES);
    const typed = [...this.#typed].map((name) => questionOf(this.#form, name)).filter((one) => one !== undefined);
    this.#typed.clear();
    claim.put(typed.map((question) => [nameOf(question), answerIn(this.#form, question)]));
  }

  /**
   * Results answer other calculators' questions. They never replace what the reader typed, except an amount and due
   * date if the reader has since listed the invoices.
   */
  #addResults(/** @type {Record<string, string>} */ results) {
    const from = document.querySelector("h1")?.firstChild?.textContent?.trim() ?? "";
    /** @type {[string, Answer][]} */
    const told = [];
    for (const { name, kind, result } of toldQuestions(this.#place)) {
      const value = results[result];
      const known = claim.answers.get(name);
      const isOpen = !known || known.from || (this.#isListed && LISTED.includes(name));
      if (value !== undefined && isOpen) told.push([name, { value, kind, from }]);
    }
    claim.put(told);
  }

  // From the claim to the form

  #offer() {
    const may = /** @param {HTMLElement} question */ (question) =>
      isUntouched(question) && !this.#declined.has(nameOf(question));
    const list = listOf(this.#form, claim.answers);
    this.#isOne = list.size > 0 && may(/** @type {HTMLElement} */ (questionOf(this.#form, INVOICES)));
    const answers = new Map([...claim.answers, ...list]);
    const sentence = /** @param {string[]} words */ (words) => `${says.filled(words)}${this.#isOne ? ` ${says.oneInvoice}` : ""}`;
    this.#fill(answers.keys(), sentence, may, answers);
  }

  /** @param {Answers} answers */
  #loaded(answers) {
    this.#fill(answers.keys(), says.fromFile, () => true, answers);
  }

  /**
   * Fills in questions, says which, and offers an undo.
   * @param {Iterable<string>} names
   * @param {(questions: string[]) => string} sentence
   * @param {(question: HTMLElement) => boolean} may
   * @param {ReadonlyMap<string, Answer>} answers
   */
  #fill(names, sentence, may, answers = claim.answers) {
    /** @type {HTMLElement[]} */
    const filled = [];
    for (const name of names) {
      const question = questionOf(this.#form, name);
      const answer = answers.get(name);
      if (!question || !answer || !fits(question, answer) || !may(question)) continue;
      const before = currentValue(this.#form, question);
      if (JSON.stringify(before) === JSON.stringify(answer.value)) continue;
      if (!this.#before.has(name)) this.#before.set(name, before);
      setAnswer(this.#form, question, answer.value);
      filled.push(question);
    }
    if (filled.length) this.#say(filled, sentence(filled.map(wordsOf)));
  }

  /** @param {HTMLElement[]} filled @param {string} sentence */
  #say(filled, sentence) {
    this.#told.replaceChildren(sentence);
    this.#note.replaceChildren(this.#told, button(says.undo, () => this.#undo()));
    this.#recalculate(filled[0]);
  }

  #undo() {
    const undone = [];
    for (const [name, value] of this.#before) {
      const question = questionOf(this.#form, name);
      if (!question) continue;
      setAnswer(this.#form, question, value);
      this.#declined.add(name);
      undone.push(question);
    }
    this.#before.clear();
    this.#told.replaceChildren(says.undone);
    this.#note.replaceChildren(this.#told);
    this.#recalculate(undone[0]);
    if (undone[0]) goToQuestion(undone[0]);
  }

  /** @param {HTMLElement | undefined} question */
  #recalculate(question) {
    if (!question) return;
    this.#filling = true;
    leave(question);
    this.#filling = false;
  }

  /** Whether the reader is in a question, or has edited it since the claim was last updated. @param {HTMLElement} question */
  #isBusy(question) {
    return question.contains(document.activeElement) || this.#typed.has(nameOf(question));
  }

  #clear() {
    this.#typed.clear();
    this.#before.clear();
    this.#declined.clear();
    this.#form.reset();
    for (const rows of /** @type {NodeListOf<HTMLElement>} */ (this.#form.querySelectorAll(".rows"))) setRows(rows, []);
    this.#told.replaceChildren();
    this.#note.replaceChildren(this.#told);
    if (location.hash.includes("=")) history.replaceState(history.state, "", location.pathname + location.search);
    this.#answer.innerHTML = this.#example;
    this.#answer.dataset.state = "example";
    this.#place.dispatchEvent(new Event("cleared"));
  }
}

/** @param {HTMLElement} place @param {HTMLFormElement} form */
export const syncForm = (place, form) => new FormSync(place, form);
