/** The page that makes a client's summary from a claim file, answers in the address and what the adviser types. */

/** @import { Engine } from "./engine/engine.js" */
/** @import { Problem } from "./form/errors.js" */
/** @import { Row, Values } from "./form/values.js" */

import { save } from "./answer/downloads.js";
import { engineOfPage } from "./engine/engine.js";
import { FormStatus, goTo } from "./engine/form-status.js";
import { showErrorSummary, showFieldErrors } from "./form/errors.js";
import { watchRows } from "./form/rows.js";
import { words } from "./form/strings.js";
import { collect, fill, unfold } from "./form/values.js";
import { button, outlinedButton } from "./lib/dom.js";
import { today } from "./lib/today.js";
import { answersFromFragment } from "./navigation/answers-in-links.js";

/**
 * @typedef {{html: string, text: string, json: Record<string, unknown>, problems?: undefined}} Made
 * @typedef {Record<string, unknown>} Part
 */

const FORMAT = "unpaid-invoice-claim";
const VERSION = 1;
const OPEN = "none"; // the value of a choice that's left open
const PARTS = ["next_step", "adviser"]; // parts of a claim file; their questions here begin with these names
const MOST = 2_000_000; // bytes of a claim file

const said = {
  print: "Print it, or save it as a PDF",
  text: "Save it as text",
  data: "Save it as data",
  claim: "Save the claim file",
  stale: "You’ve changed something. This is still the summary of what you typed before.",
  made: "The summary is ready.",
  unreadable: "We can’t read that as a claim file. What you typed is still here.",
  opened: "The claim file is open. Check the answers below, then make the summary.",
};

class Maker extends FormStatus {
  /** What a claim file or the address holds that the form doesn't ask. @type {Part} */
  #rest = {};
  #pressed = false;
  /** The claim of the latest request. @type {Part} */
  #claim = {};

  /** @param {HTMLElement} place @param {Engine} engine */
  constructor(place, engine) {
    super(place, engine);
    this.file = /** @type {HTMLInputElement} */ (place.querySelector("[type=file]"));
    this.result = /** @type {HTMLElement} */ (place.querySelector(".result"));
    this.watchIntent(place);
    this.form.addEventListener("input", () => this.#showStale());
    this.form.addEventListener("submit", (event) => this.#pressing(event));
    this.file.addEventListener("change", () => this.#opening());
    watchRows(this.form, () => this.#showStale());
    this.#take({ claim: answersFromFragment(place) });
    if (Object.keys(answersFromFragment(place)).length) this.#ask();
  }

  // What the reader does

  /** @param {SubmitEvent} event */
  #pressing(event) {
    event.preventDefault();
    this.#pressed = true;
    this.#ask();
    this.engine.retry();
    if (!this.isReady) this.say(words.waiting);
  }

  async #opening() {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const claim = file.size > MOST ? undefined : readClaim(await file.text());
    this.file.value = "";
    if (!claim) return this.say(said.unreadable);
    this.#take(claim);
    this.say(said.opened);
    this.#pressed = true;
    this.#ask();
  }

  /** Fills in the form, and keeps what it doesn't ask. @param {Part} claim */
  #take(claim) {
    const values = { ...inOneList(claim), ...aDraft(claim) };
    addRows(this.form, values);
    const flat = flatten(values);
    fill(this.form, flat);
    unfold(this.form, Object.fromEntries(Object.keys(values).map((name) => [name, ""])));
    const asked = new Set([...this.form.querySelectorAll("[data-field]")].map((one) => one.getAttribute("data-field")));
    const left = Object.entries(isObject(claim.claim) ? claim.claim : {}).filter(([name]) => !asked.has(name));
    this.#rest = { ...claim, claim: Object.fromEntries(left) };
    this.#showStale();
  }

  #ask() {
    this.#claim = this.#asClaim();
    this.engine.ask(this, JSON.stringify({ summary: this.#claim, today: today() }));
  }

  /** A claim file from the form, and what it doesn't ask. @returns {Part} */
  #asClaim() {
    const typed = Object.entries(collect(this.form)).filter(([, value]) => value !== OPEN);
    const claim = { .../** @type {Part} */ (this.#rest.claim) };
    /** @type {Record<string, Part>} */
    const parts = { next_step: {}, adviser: {} };
    /** @type {unknown[]} */
    let drafts = Array.isArray(this.#rest.drafts) ? this.#rest.drafts : [];
    for (const [name, value] of typed) {
      const part = PARTS.find((one) => name.startsWith(`${one}_`));
      if (part) /** @type {Part} */ (parts[part])[name.slice(part.length + 1)] = value;
      else if (name === "draft") drafts = drafts.some((one) => nameOf(one) === value) ? drafts : [...drafts, value];
      else claim[name] = value;
    }
    const answers = renewed(this.#rest.answers, claim);
    return { ...this.#rest, format: FORMAT, version: VERSION, claim, drafts, ...parts, ...answers };
  }

  // Messages from the engine

  /** @param {string | null} reply */
  answered(reply) {
    if (reply === null) this.say(words.mistake);
    else this.#show(JSON.parse(reply));
    this.#pressed = false;
  }

  // What the page shows

  /** @param {Made | {problems: Problem[]}} reply */
  #show(reply) {
    const problems = (reply.problems ?? []).map(({ field, message }) => ({ field: asAsked(field), message }));
    showFieldErrors(this.form, problems, () => true);
    showErrorSummary(this.form, this.summary, problems);
    if (reply.problems) {
      this.#showStale();
      this.say();
      if (this.#pressed) goTo(this.summary);
    } else this.#showMade(reply);
  }

  /** @param {Made} made whose `html` is escaped in Python */
  #showMade({ html, text, json }) {
    this.result.innerHTML = html;
    this.result.hidden = false;
    this.result.dataset.state = "made";
    const actions = document.createElement("p");
    actions.className = "actions";
    const plain = { name: "summary.txt", type: "text/plain", text };
    const data = { name: "summary.json", type: "application/json", text: JSON.stringify(json) };
    const claim = JSON.stringify(this.#claim, null, 1);
    const file = { name: "claim.json", type: "application/json", text: claim };
    actions.append(
      button(said.print, () => print(), "md-button md-button--primary"),
      outlinedButton(said.text, () => save(plain)),
      outlinedButton(said.data, () => save(data)),
      outlinedButton(said.claim, () => save(file)),
    );
    this.result.prepend(actions);
    this.say(said.made);
    if (this.#pressed) goTo(this.result);
  }

  #showStale() {
    if (this.result.dataset.state !== "made") return;
    this.result.dataset.state = "stale";
    const note = document.createElement("p");
    note.className = "stale";
    note.textContent = said.stale;
    this.result.prepend(note);
  }
}

/** @param {unknown} value @returns {value is Part} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The name of a draft, which a claim file gives alone or with values. @param {unknown} draft */
const nameOf = (draft) => (isObject(draft) ? draft.calculator : draft);

/**
 * The claim in a file, if it's a JSON object. Python checks the rest.
 * @param {string} text
 */
function readClaim(text) {
  try {
    const claim = JSON.parse(text);
    return isObject(claim) ? claim : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The answers of a claim file by name: those that a page saved, replaced by any under `claim`.
 * @param {Part} claim
 * @returns {Part}
 */
function answersOf({ answers, claim }) {
  const saved = Object.entries(isObject(answers) ? answers : {});
  const values = saved.map(([name, answer]) => [name, isObject(answer) ? answer.value : answer]);
  return { ...Object.fromEntries(values), ...(isObject(claim) ? claim : {}) };
}

/**
 * The answers that a page saved, updated with what has been typed since.
 * @param {unknown} answers
 * @param {Part} claim
 * @returns {Part}
 */
function renewed(answers, claim) {
  if (!isObject(answers)) return {};
  const now = Object.entries(answers).map(([name, answer]) => {
    const value = name in claim && isObject(answer) ? { ...answer, value: claim[name] } : answer;
    return [name, value];
  });
  return { answers: Object.fromEntries(now) };
}

/**
 * The answers of a claim file, by their names in the form.
 * @param {Part} claim
 * @returns {Values}
 */
function inOneList(claim) {
  const found = answersOf(claim);
  for (const part of PARTS) {
    for (const [name, value] of Object.entries(isObject(claim[part]) ? claim[part] : {})) found[`${part}_${name}`] = value;
  }
  return /** @type {Values} */ (found);
}

/** The first draft in a claim file, which the form shows. @param {Part} claim @returns {Row} */
function aDraft({ drafts }) {
  const name = Array.isArray(drafts) ? nameOf(drafts[0]) : undefined;
  return typeof name === "string" ? { draft: name } : {};
}

/**
 * Adds rows to the form until there is one for each in the values.
 * @param {HTMLFormElement} form
 * @param {Values} values
 */
function addRows(form, values) {
  for (const [name, rows] of Object.entries(values)) {
    const question = Array.isArray(rows) ? form.querySelector(`.rows[data-field="${CSS.escape(name)}"]`) : null;
    const add = /** @type {HTMLButtonElement | null | undefined} */ (question?.querySelector(".add"));
    const wanted = rows.length;
    while (question && add && question.querySelectorAll(":scope > .row").length < wanted) add.click();
  }
}

/**
 * The values by the name of their input, such as invoices.2.amount.
 * @param {Values} values
 * @returns {Row}
 */
function flatten(values) {
  /** @type {Row} */
  const flat = {};
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value)) flat[name] = String(value);
    else {
      value.forEach((row, index) => {
        for (const [part, text] of Object.entries(row ?? {})) flat[`${name}.${index + 1}.${part}`] = String(text);
      });
    }
  }
  return flat;
}

/** The name in this form of a claim file's field. @param {string} field */
const asAsked = (field) => field.replace(/^(adviser|next_step)\./, "$1_").replace(/^drafts$/, "draft");

const place = document.querySelector(".summary-maker");
const engine = engineOfPage();
if (engine && place instanceof HTMLElement) new Maker(place, engine);
