/**
 * A form that, on a phone, asks one question at a time and shows its answer alone. A wide screen shows all questions.
 *
 * If a link or the claim has answered the first question, a line shows that answer with a button to change it, instead
 * of the question. Each question, and the answer, is an entry in the browser's history, so the Back button works.
 */

import { button, element } from "../lib/dom.js";
import { answersFromFragment } from "../navigation/answers-in-links.js";
import { pageSignal } from "../navigation/page-signal.js";
import { hasChanges } from "./changed-from-default.js";
import { hasFieldError, showUnreadable } from "./errors.js";
import { choiceIn, isUntouched, leave, nameOf, questions, setAnswer } from "./question-values.js";
import { words } from "./strings.js";

/** @import { Engine } from "../engine/engine.js" */

const PHONE = matchMedia("(max-width: 45em)");
const ANSWER = "answer";
const PATIENCE = 1000; // milliseconds to wait for the engine's reply

class Steps {
  #place;
  #form;
  #engine;
  #first;
  /** Whether a link or the claim has answered the first question. */
  #known;
  /** Whether the reader has done anything on this page, including before a reload. */
  #acted = Boolean(history.state?.step);
  #path = location.pathname;
  /** Whether the reader has asked for the answer and is waiting for it. */
  #submitted = false;
  /** @type {HTMLElement | undefined} */
  #current;
  #said = element("p", "said");
  #count = element("p", "count");
  #next = button(words.steps.next, () => this.#forward(), "md-button md-button--primary");
  #unsure = button(words.steps.unsure, () => this.#skip());
  #back = button(words.steps.back, () => this.#backward());

  /** @param {HTMLElement} place @param {HTMLFormElement} form @param {Engine} engine */
  constructor(place, form, engine) {
    this.#place = place;
    this.#form = form;
    this.#engine = engine;
    this.#first = /** @type {HTMLElement} */ (questions(form)[0]);
    this.#known = nameOf(this.#first) in answersFromFragment(place);
    this.#current = this.#list()[0];
    this.#build();
    this.#listen(pageSignal());
    this.#wentTo(history.state?.step, false);
    if (this.#known && !this.#acted) focusOnHeading();
  }

  #build() {
    this.#form.querySelector(".problems")?.after(this.#said, this.#count);
    this.#form.querySelector("[type=submit]")?.before(this.#next);
    this.#form.querySelector("[type=submit]")?.after(element("p", "step-ways", this.#unsure, this.#back));
    this.#place.prepend(button(words.change, () => this.#changeAll(), "plain change-plan"));
    for (const one of [this.#next, this.#unsure, this.#back]) one.addEventListener("mousedown", keepFocus);
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    this.#form.addEventListener("submit", (event) => this.#pressed(event), { capture: true });
    this.#form.addEventListener("change", () => this.#draw());
    this.#place.addEventListener("reveal", (event) => this.#reveal(event));
    this.#place.addEventListener("arrive", () => this.#arrive());
    this.#place.addEventListener("answered", () => this.#answered());
    this.#place.addEventListener("replied", () => this.#replied());
    this.#place.addEventListener("cleared", () => this.#restart());
    for (const act of ["pointerdown", "keydown"]) this.#place.addEventListener(act, () => (this.#acted = true));
    PHONE.addEventListener("change", () => this.#draw(), { signal });
    addEventListener("popstate", ({ state }) => this.#wentTo(state?.step), { signal });
  }

  /** The questions to ask one by one. */
  #list() {
    return questions(this.#form).filter(
      (question) => !question.hidden && !question.closest(".more") && !(this.#known && question === this.#first),
    );
  }

  // What the reader does

  /** @param {SubmitEvent} event */
  #pressed(event) {
    this.#submitted = true;
    if (!PHONE.matches || this.#place.dataset.view !== "ask" || this.#next.hidden) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#forward();
  }

  async #forward() {
    const question = this.#current;
    if (!question) return;
    const replied = this.#engine.runs ? this.#reply() : undefined;
    leave(question);
    if (!this.#engine.runs) showUnreadable(question);
    await replied;
    if (this.#returns(question)) return;
    const list = this.#list();
    const next = list[list.indexOf(question) + 1];
    if (next) this.#go(next);
    else this.#form.requestSubmit();
  }

  /** The engine's next reply, to show an error about an unreadable answer before the next question. */
  #reply() {
    return new Promise((resolve) => {
      this.#place.addEventListener("replied", resolve, { once: true });
      setTimeout(resolve, PATIENCE);
    });
  }

  /**
   * Goes back to the first question with an error, which may show late if Python took long to load.
   * @param {HTMLElement | undefined} upTo the last question to check
   * @returns {boolean} whether there is one
   */
  #returns(upTo) {
    const list = this.#list();
    const wrong = list.find((question) => hasFieldError(this.#form, nameOf(question)));
    if (!wrong || (upTo && list.indexOf(wrong) > list.indexOf(upTo))) return false;
    if (wrong === this.#current) this.#focus();
    else this.#go(wrong);
    return true;
  }

  /** Goes back to an error in an earlier question, unless the reader is typing; then it waits for their next press. */
  #replied() {
    const asks = PHONE.matches && this.#place.dataset.view === "ask";
    if (asks && this.#current && (isUntouched(this.#current) || this.#submitted)) this.#returns(this.#current);
    this.#submitted = false;
  }

  #skip() {
    if (this.#current) setAnswer(this.#form, this.#current, "");
    this.#forward();
  }

  #backward() {
    if (history.state?.step) return history.back();
    const list = this.#list();
    const before = list[list.indexOf(/** @type {HTMLElement} */ (this.#current)) - 1];
    if (before) this.#show(before);
  }

  #changeAll() {
    this.#push("all");
    this.#view("all");
    this.#form.querySelector("legend")?.scrollIntoView();
    this.#said.querySelector("button")?.focus({ preventScroll: true });
  }

  #changeFirst() {
    this.#known = false;
    this.#acted = true;
    if (PHONE.matches && this.#place.dataset.view === "ask") return this.#go(this.#first);
    this.#draw();
    this.#first.querySelector("select, input")?.dispatchEvent(new Event("focusin", { bubbles: true }));
    focusOn(this.#first);
  }

  // Where the reader is

  /** @param {string} step */
  #push(step) {
    history.pushState({ ...history.state, step }, "");
  }

  /** @param {HTMLElement} question */
  #go(question) {
    this.#push(nameOf(question));
    this.#show(question);
  }

  /** @param {HTMLElement} question */
  #show(question) {
    this.#current = question;
    this.#view("ask");
    this.#focus();
  }

  /** @param {string | undefined} step @param {boolean} [focuses] */
  #wentTo(step, focuses = true) {
    if (location.pathname !== this.#path) return; // soft navigation is bringing another page
    if ((step === ANSWER && hasChanges(this.#form)) || step === "all") return this.#view(step);
    if (this.#place.dataset.view === ANSWER && !step && !this.#acted) return;
    this.#current = questions(this.#form).find((one) => nameOf(one) === step) ?? this.#list()[0];
    this.#view("ask");
    if (focuses && PHONE.matches) this.#focus();
  }

  /** Shows the answer that the reader asked for. */
  #arrive() {
    if (!PHONE.matches) return;
    if (history.state?.step !== ANSWER) this.#push(ANSWER);
    this.#view(ANSWER);
  }

  /** Shows the answer alone from the start if a link or the claim filled in the form. */
  #answered() {
    if (!this.#acted && !isUntouched(this.#first)) this.#known = true;
    if (!this.#acted && this.#place.dataset.view === "ask") this.#view(ANSWER);
    this.#draw();
  }

  /** Shows a question that a link leads to, such as the link to change an answer. @param {Event} event */
  #reveal(event) {
    this.#acted = true;
    const question = event.target instanceof HTMLElement ? event.target : undefined;
    if (!question) return;
    if (question === this.#first) this.#known = false;
    if (!PHONE.matches || this.#place.dataset.view === "all") return this.#draw();
    this.#current = question;
    this.#push(nameOf(question));
    this.#view("ask");
  }

  #restart() {
    history.replaceState({ ...history.state, step: undefined }, "");
    this.#known = false;
    this.#current = this.#list()[0];
    this.#view("ask");
    this.#focus();
  }

  // What the page shows

  /** @param {string} view one question ("ask"), all of them ("all"), or the answer alone ("answer") */
  #view(view) {
    this.#place.dataset.view = view;
    this.#draw();
  }

  #draw() {
    this.#place.toggleAttribute("data-stepping", PHONE.matches);
    this.#first.classList.toggle("known", this.#known);
    this.#said.hidden = !this.#known;
    if (this.#known) this.#said.replaceChildren(...this.#whatWasSaid());
    const list = this.#list();
    if (this.#current && this.#known && this.#current === this.#first) this.#current = list[0];
    for (const question of questions(this.#form)) question.classList.toggle("current", question === this.#current);
    const at = this.#current ? list.indexOf(this.#current) : -1;
    const asks = PHONE.matches && this.#place.dataset.view === "ask";
    this.#count.textContent = asks && at >= 0 ? words.steps.count(at + 1, list.length) : "";
    this.#next.hidden = !asks || at < 0 || at === list.length - 1;
    this.#place.toggleAttribute("data-last", !asks || this.#next.hidden);
    this.#unsure.hidden = !asks || this.#current?.dataset.kind !== "date";
    this.#back.hidden = !asks || (at <= 0 && !history.state?.step);
  }

  #whatWasSaid() {
    const change = button(words.steps.changeIt, () => this.#changeFirst());
    change.setAttribute("aria-label", words.steps.changeSituation);
    return [words.steps.said(choiceIn(this.#first)), " ", change];
  }

  #focus() {
    if (this.#current) focusOn(this.#current);
    if (this.#place.getBoundingClientRect().top < 0) this.#place.scrollIntoView();
  }
}

/**
 * Leaves the focus in the box until a press on a button ends. An error shown on leaving the box would move the button
 * from under the mouse, and the press would miss it.
 * @param {Event} event
 */
const keepFocus = (event) => event.preventDefault();

/** Focuses the heading, for keyboards and screen readers, if a link answered the first question. Not in a frame. */
function focusOnHeading() {
  const heading = document.querySelector("main h1");
  if (!(heading instanceof HTMLElement) || document.activeElement !== document.body || window !== top) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** Focuses a question's text box, or its label if there's none. @param {HTMLElement} question */
function focusOn(question) {
  const box = question.querySelector("input[type=text], textarea");
  const label = question.querySelector(":scope > label, :scope > legend");
  if (label instanceof HTMLElement && !box) label.tabIndex = -1;
  const target = box ?? label;
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

/** @param {HTMLElement} place @param {HTMLFormElement} form @param {Engine} engine */
export const askInSteps = (place, form, engine) => new Steps(place, form, engine);
