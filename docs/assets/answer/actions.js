/** The buttons below an answer: copy it, link to it, print it, save it, see what changes it most, add it to the log. */

import { claim } from "../claim/store.js";
import { says } from "../claim/strings.js";
import { goToQuestion } from "../form/errors.js";
import { isUntouched, questionOf } from "../form/question-values.js";
import { collect, fill } from "../form/values.js";
import { button, element, linkTo, statusLine } from "../lib/dom.js";
import { today } from "../lib/today.js";
import { pageSignal } from "../navigation/page-signal.js";
import { copyAndTell } from "./copy-status.js";
import { LetterButtons } from "./letter-buttons.js";
import { printOneSheet } from "./print-summary-sheets.js";
import { saveWorkbook } from "./save-workbook.js";

/** @import { Made } from "../engine/request.js" */
/** @import { Letter } from "./letter-buttons.js" */

const words = says.beside;
const LOG = "contacts";

class AnswerActions {
  #place;
  #form;
  #part = element("section", "beside");
  #told = statusLine();
  #below = element("div", "varied");
  /** Asks the engine for another form of the answer shown. @type {(surface: string) => Promise<Made | null>} */
  #more = async () => null;

  /** @param {HTMLElement} place @param {HTMLFormElement} form */
  constructor(place, form) {
    this.#place = place;
    this.#form = form;
    this.#part.hidden = true;
    this.#part.setAttribute("aria-label", words.name);
    this.#part.append(...this.#buttons(), this.#told, this.#below);
    place.querySelector(".answer")?.after(this.#part);
    place.addEventListener("answered", (event) => this.#answered(/** @type {CustomEvent} */ (event).detail.more));
    place.querySelector(".answer")?.addEventListener("click", (event) => {
      this.#set(/** @type {MouseEvent} */ (event));
      copyBox(/** @type {MouseEvent} */ (event));
    });
    place.addEventListener("cleared", () => {
      this.#part.hidden = true;
      place.querySelector(".letter-buttons")?.remove();
    });
    const signal = pageSignal();
    addEventListener("beforeprint", () => this.#unfold(true), { signal });
    addEventListener("afterprint", () => this.#unfold(false), { signal });
  }

  #buttons() {
    const isLetter = location.pathname.includes("/drafts/");
    const moves = this.#place.hasAttribute("data-moves") ? [button(words.moves, () => this.#vary())] : [];
    if ("steps" in this.#place.dataset) return [element("p", "actions", ...this.#planButtons())];
    const made = isLetter
      ? [
          button(words.addToLog, () => this.#log()),
          button(words.copyLink, () => this.#copyLink()),
        ]
      : [
          ...moves,
          button(words.copyText, () => this.#copy(this.#text())),
          button(words.copyLink, () => this.#copyLink()),
          button(words.print, () => this.#print()),
          button(words.workbook, () => this.#saveWorkbook()),
        ];
    return [element("p", "actions", ...made)];
  }

  /** The row of buttons at the end of a plan. */
  #planButtons() {
    const keep = button("", () => this.#keepBox?.click());
    const show = () => keep.replaceChildren(claim.kept ? says.plan.stop : says.plan.keep);
    claim.watch(({ what }) => {
      show();
      if (what === "keeping") this.#told.replaceChildren(says.kept);
      if (what === "stopped") this.#told.replaceChildren(says.notKept);
      if (what === "trouble" && claim.trouble) this.#told.replaceChildren(says[claim.trouble]);
    }, pageSignal());
    show();
    return [
      ...(this.#place.closest(".bare-page") ? [] : [keep]),
      button(says.plan.copyLink, () => this.#copyLink()),
      button(words.copyText, () => this.#copy(this.#text())),
      button(says.plan.print, () => this.#printSheet()),
      button(says.plan.again, () => this.#place.dispatchEvent(new Event("restart"))),
    ];
  }

  /** The checkbox that keeps the claim on this device. */
  get #keepBox() {
    return /** @type {HTMLInputElement | null} */ (this.#form.querySelector(".keep input[type=checkbox]"));
  }

  /** @param {(surface: string) => Promise<Made | null>} more */
  #answered(more) {
    this.#more = more;
    this.#part.hidden = false;
    this.#told.replaceChildren();
    this.#below.replaceChildren();
    const written = /** @type {HTMLElement | null} */ (this.#place.querySelector(".answer > .text"));
    if (!written) return;
    const get = async () => /** @type {Letter | null} */ ((await more("letter"))?.letter ?? null);
    const above = written.matches(".headline ~ .text") ? written.previousElementSibling : this.#place.querySelector(".answer > h2");
    above?.after(new LetterButtons(written, get, (name) => this.#way(name)).element);
  }

  /** A function that takes the reader to a question, if the form has it. @param {string} name */
  #way(name) {
    const question = questionOf(this.#form, name);
    return question && (() => goToQuestion(question));
  }

  /** Fills in what a button in the answer sets, as if the reader had typed it. @param {MouseEvent} event */
  #set(event) {
    const pressed = event.target instanceof Element ? event.target.closest("[data-set]") : null;
    const values = Object.fromEntries(new URLSearchParams(pressed?.getAttribute("data-set") ?? ""));
    if (!pressed || !fill(this.#form, values)) return;
    for (const name of Object.keys(values)) {
      questionOf(this.#form, name)?.querySelector("input, select")?.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  async #text() {
    const found = await this.#more("text");
    return typeof found?.text === "string" ? found.text : "";
  }

  async #saveWorkbook() {
    this.#told.replaceChildren(words.working);
    const saved = await saveWorkbook(this.#more).catch(() => false);
    this.#told.replaceChildren(saved ? "" : words.failed);
  }

  /** @param {string | Promise<string>} text @param {string} [done] */
  #copy(text, done) {
    copyAndTell({ told: this.#told, below: this.#below }, text, done ? { done } : {});
  }

  #copyLink() {
    const { link, left } = linkBack(this.#form);
    this.#copy(link, left ? words.linkWithoutWords : words.linkCopied);
  }

  async #vary() {
    this.#told.replaceChildren(words.working);
    const found = await this.#more("moves");
    this.#told.replaceChildren(found ? "" : words.failed);
    if (typeof found?.moves !== "string") return;
    this.#below.innerHTML = found.moves; // HTML escaped in Python
    const shown = this.#below.querySelector("section");
    shown?.focus({ preventScroll: true });
    shown?.scrollIntoView();
  }

  async #printSheet() {
    const made = await this.#more("sheet");
    if (typeof made?.sheet === "string") await printOneSheet(made.sheet);
    else this.#print();
  }

  #print() {
    document.documentElement.dataset.print = "record";
    print();
    delete document.documentElement.dataset.print;
  }

  /** Opens `details` for printing, as nobody can click them on paper. @param {boolean} open */
  #unfold(open) {
    for (const folded of this.#place.querySelectorAll(".answer[data-state=answer] :is(.checked, .sources)")) {
      folded.toggleAttribute("open", open);
    }
  }

  #log() {
    if (!claim.kept) return this.#told.replaceChildren(words.logNeedsKeeping);
    const values = collect(this.#form);
    const title = document.querySelector("h1")?.firstChild?.textContent?.trim() ?? "";
    const before = claim.answers.get(LOG)?.value;
    const entry = {
      day: today(), how: "letter", began: "you", said: title, paper: title,
      ...(typeof values.customer_name === "string" ? { who: values.customer_name } : {}),
    };
    claim.put([[LOG, { value: [...(Array.isArray(before) ? before : []), entry], kind: "rows" }]]);
    if (claim.kept) this.#told.replaceChildren(`${words.logged} `, linkTo("calculators/contact_log/", says.page.openLog));
  }
}

/** Copies the wording for one box of a court form. @param {MouseEvent} event */
function copyBox(event) {
  const pressed = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
  const box = pressed?.closest(".paste");
  const [told, below] = [".told", ".by-hand-copy"].map((part) => /** @type {HTMLElement | null | undefined} */ (box?.querySelector(part)));
  if (told && below) copyAndTell({ told, below }, box?.querySelector(".pasted")?.textContent ?? "");
}

/**
 * A link that fills in these answers, except names and other free text. `left` is whether any were left out.
 * @param {HTMLFormElement} form
 */
function linkBack(form) {
  const taken = new URLSearchParams();
  let left = false;
  for (const [name, typed] of new FormData(form)) {
    const question = questionOf(form, name.split(".")[0] ?? "");
    const value = String(typed).trim();
    if (!question || !value || isUntouched(question)) continue;
    if (isWords(form, name)) left = true;
    else taken.append(name, value);
  }
  const whole = document.querySelector(".bare-page .from a"); // from an embedded page, link to the full one
  const { origin, pathname } = whole instanceof HTMLAnchorElement ? whole : location;
  return { link: `${origin}${pathname}#${taken}`, left };
}

/** @param {HTMLFormElement} form @param {string} name */
const isWords = (form, name) => form.querySelector(`[data-field="${CSS.escape(name)}"]`)?.getAttribute("data-kind") === "words";

/** @param {HTMLElement} place @param {HTMLFormElement} form */
export const addAnswerActions = (place, form) => new AnswerActions(place, form);
