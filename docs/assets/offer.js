/** A form and the claim: what is answered goes into the claim, and what the claim holds is offered to the form. */

import { carried } from "./carry.js";
import { claim } from "./claim.js";
import { says } from "./claim-words.js";
import { button, element, statusLine } from "./dom.js";
import { controls } from "./keep.js";
import { goToQuestion } from "./problems.js";
import {
  answerIn,
  fits,
  isUntouched,
  leave,
  nameOf,
  nameOfEvent,
  putIn,
  questionOf,
  questions,
  standsIn,
  wordsOf,
} from "./questions.js";
import { setRows } from "./rows.js";
import { whileItStands } from "./standing.js";

/** @import { Row } from "./answers.js" */
/** @import { Answer, Answers } from "./claim-file.js" */

const PAUSE = 500; // milliseconds without typing, before an answer is written down

class Offer {
  #place;
  #form;
  /** What stood in the questions that were filled in. @type {Map<string, string | Row[]>} */
  #before = new Map();
  /** Questions that somebody has typed into since they were last written down. @type {Set<string>} */
  #typed = new Set();
  /** Questions whose filling was undone. @type {Set<string>} */
  #declined = new Set();
  #filling = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  #note = element("div", "filled");
  #told = statusLine();
  /** The worked example, as the page came. */
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
    place.addEventListener("answered", (event) => this.#workedOut(/** @type {CustomEvent} */ (event).detail.told));
    const signal = whileItStands();
    signal.addEventListener("abort", () => this.#writeDown(), { once: true });
    addEventListener("pagehide", () => this.#writeDown(), { signal });
    addEventListener("pageshow", () => this.#offer(), { signal });
    claim.watch(({ what, elsewhere, names }) => {
      if (what === "changed" && elsewhere) this.#fill(names, says.elsewhere, (question) => !this.#isBusy(question));
    }, signal);
    // A page that took the place of another is not shown anew; one that somebody goes back to stays as they left it.
    if (document.readyState === "complete" && !place.hasAttribute("data-left")) this.#offer();
    if (Object.keys(carried(place)).length && claim.kept) claim.put(this.#gather());
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
    this.#pause = setTimeout(() => this.#writeDown(), PAUSE);
  }

  /** @param {string} name */
  #left(name) {
    if (this.#filling || !name) return;
    this.#typed.add(name);
    this.#writeDown();
  }

  /** A row was added or taken away. @param {Event} event */
  #pressed(event) {
    if (event.target instanceof Element && event.target.closest(".add, .remove")) this.#left(nameOfEvent(event));
  }

  #writeDown() {
    clearTimeout(this.#pause);
    const typed = [...this.#typed].map((name) => questionOf(this.#form, name)).filter((one) => one !== undefined);
    this.#typed.clear();
    claim.put(typed.map((question) => [nameOf(question), answerIn(this.#form, question)]));
  }

  /** What was worked out answers the questions of other calculators, but never takes the place of what somebody typed. */
  #workedOut(/** @type {Record<string, string>} */ results) {
    const from = document.querySelector("h1")?.firstChild?.textContent?.trim() ?? "";
    /** @type {[string, Answer][]} */
    const told = [];
    for (const entry of (this.#place.dataset.tells ?? "").split(" ")) {
      const [name = "", kind = ""] = entry.split(":");
      const value = results[name];
      const known = claim.answers.get(name);
      if (value !== undefined && (!known || known.from)) told.push([name, { value, kind, from }]);
    }
    claim.put(told);
  }

  // From the claim to the form

  #offer() {
    const may = /** @param {HTMLElement} question */ (question) =>
      isUntouched(question) && !this.#declined.has(nameOf(question));
    this.#fill(claim.answers.keys(), says.filled, may);
  }

  /** @param {Answers} answers */
  #loaded(answers) {
    this.#fill(answers.keys(), says.fromFile, () => true, answers);
  }

  /**
   * Fills questions in, says which, and lets the reader undo it.
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
      const before = standsIn(this.#form, question);
      if (JSON.stringify(before) === JSON.stringify(answer.value)) continue;
      if (!this.#before.has(name)) this.#before.set(name, before);
      putIn(this.#form, question, answer.value);
      filled.push(question);
    }
    if (filled.length) this.#say(filled, sentence(filled.map(wordsOf)));
  }

  /** @param {HTMLElement[]} filled @param {string} sentence */
  #say(filled, sentence) {
    this.#told.replaceChildren(sentence);
    this.#note.replaceChildren(this.#told, button(says.undo, () => this.#undo()));
    this.#answerAnew(filled[0]);
  }

  #undo() {
    const undone = [];
    for (const [name, value] of this.#before) {
      const question = questionOf(this.#form, name);
      if (!question) continue;
      putIn(this.#form, question, value);
      this.#declined.add(name);
      undone.push(question);
    }
    this.#before.clear();
    this.#told.replaceChildren(says.undone);
    this.#note.replaceChildren(this.#told);
    this.#answerAnew(undone[0]);
    if (undone[0]) goToQuestion(undone[0]);
  }

  /** @param {HTMLElement | undefined} question */
  #answerAnew(question) {
    if (!question) return;
    this.#filling = true;
    leave(question);
    this.#filling = false;
  }

  /** Somebody is in it, or has typed there what is not yet written down. @param {HTMLElement} question */
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
    if (location.hash.includes("=")) history.replaceState(null, "", location.pathname + location.search);
    this.#answer.innerHTML = this.#example;
    this.#answer.dataset.state = "example";
    this.#place.dispatchEvent(new Event("cleared"));
  }
}

/** @param {HTMLElement} place @param {HTMLFormElement} form */
export const offerClaim = (place, form) => new Offer(place, form);
