/** The calculators on a page: each form sends a request as the reader types, and shows the answer. */

/** @import { Engine, Reason } from "./engine/engine.js" */
/** @import { Problem } from "./form/errors.js" */

import { offerDownloads, save } from "./answer/downloads.js";
import { morph } from "./answer/morph.js";
import { says } from "./claim/strings.js";
import { engineOfPage } from "./engine/engine.js";
import { byHand, FormStatus, goTo } from "./engine/form-status.js";
import { EngineRequest } from "./engine/request.js";
import { begin, markLater } from "./form/first-questions.js";
import { showAsked } from "./form/conditions.js";
import { showReadings } from "./form/interpreted-values.js";
import { offerBoxAids, tickVat } from "./form/calendar-and-vat.js";
import { hasChanges } from "./form/changed-from-default.js";
import { addFormFeatures } from "./form/form-features.js";
import { hasFieldError, showErrorSummary, showFieldErrors, showUnreadable } from "./form/errors.js";
import { openByLink } from "./form/opened-by-link.js";
import { answerIn, isUntouched, questions } from "./form/question-values.js";
import { ensureRows, watchRows } from "./form/rows.js";
import { words } from "./form/strings.js";
import { collect, fill, typedInto, unfold } from "./form/values.js";
import { outlinedButton } from "./lib/dom.js";
import { today } from "./lib/today.js";
import { hasTable } from "./table/table-source.js";
import { answersFromFragment, carryAnswers } from "./navigation/answers-in-links.js";
import { SoftNavigation } from "./navigation/soft-navigation.js";

/** @import { Download, Saved } from "./answer/downloads.js" */
/** @import { Made } from "./engine/request.js" */
/** @import { Values } from "./form/values.js" */
/**
 * @typedef {{days?: Record<string, string>, amounts?: Record<string, string>} & ({parts: string[], told: Record<string, string>, downloads: Download[],
 *   problems?: undefined} | {problems: Problem[]})} Reply
 */

/** Files that already have a button above the letter. */
const WITH_LETTER = /\.(txt|eml)$/;
const PRESS = 200; // milliseconds to allow for a press on a button
const PAUSE = 1000; // milliseconds without typing before an answer is read out

class Form extends FormStatus {
  /** Questions that the reader has left: only these may show an error. @type {Set<string>} */
  #left = new Set();
  #unanswered = false;
  #pressed = false;
  /** Whether the reader is still in the box they were typing in. */
  #typesOn = false;
  /** Sentences waiting to be read out. @type {string[]} */
  #news = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #newsPause;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  /** The latest request. @type {{calculator?: string | undefined, values: Values, today: string, parts?: unknown[]}} */
  #request = { values: {}, today: "" };
  /** The results shown, which links to other calculators pass on. @type {Record<string, string>} */
  #told = {};
  #engineRequest;
  /** @type {import("./form/opened-by-link.js").LinkOpening | undefined} */
  #link;

  /** @param {HTMLElement} place @param {Engine} engine @param {(now?: boolean) => void} changed on every change */
  constructor(place, engine, changed) {
    super(place, engine);
    this.changed = changed;
    this.#engineRequest = new EngineRequest(engine);
    this.heard = /** @type {HTMLElement} */ (place.querySelector(".heard"));
    offerBoxAids(this.form);
    showAsked(this.form);
    if (!this.#asksInSteps) markLater(this.form);
    this.answer = /** @type {HTMLElement} */ (place.querySelector(".answer"));
    this.watchIntent(this.form);
    this.form.addEventListener("input", (event) => this.#typing(fieldOf(event)));
    this.form.addEventListener("change", (event) => this.#leaving(fieldOf(event)));
    this.form.addEventListener("submit", (event) => this.#pressing(event));
    watchRows(this.form, (field) => this.#leaving(field));
    carryAnswers(place, this.form, () => this.#told);
    place.addEventListener("cleared", () => this.#forget());
    place.addEventListener("table", (event) => this.#showTable(/** @type {CustomEvent} */ (event).detail));
    place.addEventListener("planned", () => this.#arrive());
    this.#takeUp();
  }

  /** Asks for an answer at once if a link filled in the form, or the reader typed before this script loaded. */
  #takeUp() {
    const brought = answersFromFragment(this.place);
    if (history.state?.shown || Object.keys(brought).length > 1) this.place.dataset.shown = "";
    this.#link = openByLink(this.place, this.form, brought);
    if (this.#link) {
      this.#leaveAll();
      this.say(words.waiting);
    }
    this.takes(brought);
    if (!this.#unanswered && (this.#link || hasChanges(this.form)) && this.#isWorthAsking) this.#ask();
  }

  /** Asks again if the browser restored the form after this script had read it, as it does on going back. */
  restored() {
    showAsked(this.form);
    const isAsked = this.#unanswered || this.answer.dataset.state !== "example";
    if (!isAsked && hasChanges(this.form) && this.#isWorthAsking) this.#ask();
  }

  /** Fills in the form. @param {Record<string, string>} values by the name of their box */
  takes(values) {
    ensureRows(this.form, Object.keys(values));
    if (!fill(this.form, values)) return;
    unfold(this.form, values);
    if (this.#isWorthAsking) this.#ask();
    else showAsked(this.form);
  }

  get #asksInSteps() {
    return "steps" in this.place.dataset;
  }

  /** Whether there's enough to ask. In a form in steps, the first answer alone isn't, unless a plan has been shown. */
  get #isWorthAsking() {
    if (!this.#asksInSteps || "shown" in this.place.dataset) return true;
    return questions(this.form).slice(1).some((question) => !isUntouched(question));
  }

  /** Whether to show an answer. A plan waits until all visible questions are answered, or the reader asks for it. */
  get #mayShow() {
    if (!this.#asksInSteps || "shown" in this.place.dataset) return true;
    const open = questions(this.form).filter((question) => !question.hidden && !question.closest(".more"));
    return open.every((question) => answerIn(this.form, question));
  }

  /** Stops the form, as its page is being replaced. */
  close() {
    clearTimeout(this.#pause);
    clearTimeout(this.#newsPause);
    this.engine.leave(this);
  }

  // What the reader does

  /** @param {string} field */
  #typing(field) {
    if (!hasFieldError(this.form, field)) this.#left.delete(field);
    this.#pressed = false;
    this.#typesOn = true;
    if (!this.isReady && this.#left.has(field)) showUnreadable(this.#question(field));
    this.#ask();
  }

  /** @param {string} field */
  #leaving(field) {
    this.#left.add(field);
    this.#typesOn = false;
    this.#tellUnreadable(field);
    this.#ask(true);
  }

  #leaveAll() {
    for (const question of this.form.querySelectorAll("[data-field]")) this.#left.add(question.getAttribute("data-field") ?? "");
  }

  /** Waits for any press on a button to end, as it would miss if the page moved. @param {string} field */
  #tellUnreadable(field) {
    if ("stepping" in this.place.dataset) return; // the next step shows the error
    setTimeout(() => this.isReady || showUnreadable(this.#question(field)), PRESS);
  }

  /** @param {string} field @returns {HTMLElement | null} */
  #question(field) {
    return this.form.querySelector(`[data-field="${CSS.escape(field)}"]`);
  }

  /** @param {SubmitEvent} event */
  #pressing(event) {
    event.preventDefault();
    this.#leaveAll();
    this.#pressed = true;
    this.place.dataset.shown = "";
    if (hasTable(this.place)) this.#run();
    else this.#ask(true);
    this.engine.retry();
    if (!this.isReady) this.say(words.waiting);
  }

  /** Answers for a whole file, only when the reader asks, as it takes a while. */
  #run() {
    this.place.dispatchEvent(new CustomEvent("run", { detail: { values: collect(this.form), today: today() } }));
  }

  /** Shows the answer to a file. @param {{request: {values: Values, today: string, parts: unknown[]}, reply: Reply}} answered */
  #showTable({ request, reply }) {
    this.#request = request;
    this.#pressed = true;
    this.#show(reply);
    this.#pressed = false;
  }

  /** Forgets the last answer once the form has been cleared. */
  #forget() {
    showAsked(this.form);
    this.#left.clear();
    this.#told = {};
    this.#unanswered = false;
    delete this.place.dataset.shown;
    history.replaceState({ ...history.state, shown: undefined }, "");
    showFieldErrors(this.form, [], () => false);
    showErrorSummary(this.form, this.summary, []);
    showReadings(this.form, {}, () => false);
    this.say();
    this.changed();
  }

  /** @param {boolean} [now] whether to save what was typed at once, as the reader has finished with a question */
  #ask(now) {
    this.changed(now);
    begin(this.form);
    showAsked(this.form);
    tickVat(this.form);
    if (hasTable(this.place)) return this.#showStale();
    this.#unanswered = true;
    this.#request = { calculator: this.place.dataset.calculator, values: collect(this.form), today: today() };
    this.engine.ask(this, JSON.stringify({ ...this.#request, surface: "page" }));
  }

  // Messages from the engine

  /** @param {number} loaded @param {number} total */
  loading(loaded, total) {
    if (this.#unanswered) this.#showStale();
    super.loading(loaded, total);
  }

  /** @param {Reason} reason */
  stopped(reason) {
    if (this.#unanswered) this.#showStale();
    this.#link?.stopped();
    super.stopped(reason);
  }

  /** @param {Reason} reason */
  ways(reason) {
    const reload = outlinedButton(words.reload, () => {
      this.changed(true);
      location.reload();
    });
    return [...(reason === "missing" ? [reload] : []), ...super.ways(reason)];
  }

  /** @param {string | null} reply */
  answered(reply) {
    this.#unanswered = false;
    if (reply === null) {
      this.#showStale();
      this.#link?.stopped();
      this.say(words.mistake, ...byHand());
    } else {
      this.#show(JSON.parse(reply));
    }
    this.#pressed = false;
  }

  // What the page shows

  /** @param {Reply} reply */
  #show(reply) {
    const problems = reply.problems ?? [];
    const left = /** @param {string} field */ (field) => this.#left.has(field);
    const errors = showFieldErrors(this.form, problems, left);
    if (this.#pressed || !this.summary.hidden) showErrorSummary(this.form, this.summary, problems);
    this.#readOut(showReadings(this.form, { ...reply.days, ...reply.amounts }, left));
    if (reply.problems) this.#showProblems(reply.problems, errors);
    else if (this.#mayShow) this.#showAnswer(reply);
    this.place.dispatchEvent(new Event("replied"));
  }

  /** @param {Problem[]} problems @param {string[]} errors newly shown beside their questions */
  #showProblems(problems, errors) {
    this.#showStale();
    this.say();
    this.#link?.refused(problems);
    if (this.#pressed) goTo(this.summary);
    else this.#readOut(errors);
  }

  /** @param {Extract<Reply, {parts: string[]}>} reply whose parts are HTML, escaped in Python */
  #showAnswer({ parts, told, downloads }) {
    for (const added of this.answer.querySelectorAll(":scope > :is(.stale, .downloads, .added)")) added.remove();
    morph(this.answer, parts);
    this.#told = told;
    this.place.dataset.shown = "";
    if (this.#asksInSteps) history.replaceState({ ...history.state, shown: true }, "");
    const request = this.#request;
    /** @param {string} [surface] if left out, the whole reply */
    const more = (surface) => this.#engineRequest.run(surface ? { ...request, surface } : request);
    const files = this.answer.querySelector(".letter") ? downloads.filter(({ name }) => !WITH_LETTER.test(name)) : downloads;
    offerDownloads(this.answer, files, (name) => this.#take(name, more("files")));
    this.answer.dataset.state = "answer";
    const headline = this.answer.querySelector(".headline")?.textContent ?? "";
    if (this.#asksInSteps && this.#pressed) {
      this.say();
      this.#arrive();
    } else if (this.#link?.answered()) {
      this.say();
    } else {
      if (this.place.dataset.view !== "ask") this.#sayAnswer(headline);
      if (this.#pressed) goTo(this.answer);
    }
    const detail = { values: request.values, told, more };
    this.place.dispatchEvent(new CustomEvent("answered", { detail, bubbles: true }));
  }

  /** Moves the focus to the headline, so a screen reader reads it out once. */
  #arrive() {
    this.place.dispatchEvent(new Event("arrive"));
    const headline = this.answer.querySelector(".headline");
    if (!(headline instanceof HTMLElement)) return;
    headline.tabIndex = -1;
    goTo(headline);
  }

  /** Reads out the answer after a pause: a few words if the reader is still in a box, the headline if they've left. */
  #sayAnswer(/** @type {string} */ headline) {
    this.#news = this.#news.filter((one) => one !== words.stale);
    const sentence = this.#typesOn && !this.#pressed ? words.below : headline;
    if (this.#asksInSteps) return this.#readOut([sentence]); // a plan is beside its questions, or on its own
    if (this.status.textContent === sentence) return clearTimeout(this.#pause);
    this.say();
    this.#pause = setTimeout(() => this.say(sentence), this.#pressed ? 0 : PAUSE);
  }

  /** Reads out other news on the page after a pause in typing. @param {string[]} news */
  #readOut(news) {
    if (!news.length) return;
    this.#news.push(...news);
    this.heard.replaceChildren();
    clearTimeout(this.#newsPause);
    this.#newsPause = setTimeout(() => this.heard.replaceChildren(this.#news.splice(0).join(" ")), PAUSE);
  }

  /**
   * Saves one file of an answer. If the engine has stopped, the page already says so, and why.
   * @param {string} name
   * @param {Promise<Made | null>} making
   */
  async #take(name, making) {
    const files = /** @type {Saved[]} */ ((await making)?.files ?? []);
    const found = files.find((file) => file.name === name);
    if (found) save(found);
    else if (this.engine.runs) this.say(says.beside.failed);
  }

  /** Says that the answer shown is out of date. A worked example needs no such note. */
  #showStale() {
    if (this.answer.dataset.state !== "answer") return;
    this.answer.dataset.state = "stale";
    const note = document.createElement("p");
    note.className = "stale";
    note.textContent = words.stale;
    this.answer.prepend(note);
    this.#readOut([words.stale]);
  }

  /** @param {(string | Node)[]} sentence */
  say(...sentence) {
    clearTimeout(this.#pause);
    super.say(...sentence);
  }
}

/** @param {Event} event */
function fieldOf(event) {
  const question = event.target instanceof Element ? event.target.closest("[data-field]") : null;
  return question?.getAttribute("data-field") ?? "";
}

/** Runs the calculators on this page and on pages that replace it, with one engine. @param {Engine} engine */
function run(engine) {
  /** @type {Form[]} */
  let forms = [];
  const navigation = new SoftNavigation(
    () => engine.runs,
    () => forms.map(({ form }) => typedInto(form)),
  );
  const open = () => {
    const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".calculator"));
    forms = [...places].map((place) => new Form(place, engine, (now) => navigation.changed(now)));
    places.forEach((place, number) => place.toggleAttribute("data-left", number in navigation.before));
    navigation.before.forEach((typed, place) => forms[place]?.takes(typed));
    for (const place of places) addFormFeatures(place, engine);
  };
  document.addEventListener("page", open);
  addEventListener("pageshow", () => forms.forEach((form) => form.restored()));
  document.addEventListener("turn", () => forms.splice(0).forEach((form) => form.close()));
  open();
}

const engine = engineOfPage();
if (engine) run(engine);
