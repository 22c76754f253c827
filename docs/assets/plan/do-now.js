/** Opens the step to take now within the plan: the filled-in letter below its buttons, or what to have ready. */

import { LetterButtons } from "../answer/letter-buttons.js";
import { says } from "../claim/strings.js";
import { EngineRequest } from "../engine/request.js";
import { collect } from "../form/values.js";
import { button, element } from "../lib/dom.js";
import { today } from "../lib/today.js";
import { LetterNameFields } from "./letter-name-fields.js";
import { tickOff } from "./tick-off.js";

/** @import { Letter } from "../answer/letter-buttons.js" */
/** @import { Engine } from "../engine/engine.js" */

const words = says.plan;

class DoNow {
  #place;
  #form;
  #drawing;
  #making;
  #isOpen = false;
  #withInterest = true;
  /** @type {Record<string, string>} */
  #results = {};
  #panel = element("section", "do-now added");
  #letter = element("div", "filled-in");
  #names;
  /** @type {LetterButtons | undefined} */
  #buttons;

  /** @param {HTMLElement} place @param {HTMLFormElement} form @param {Engine} engine */
  constructor(place, form, engine) {
    this.#place = place;
    this.#form = form;
    this.#drawing = new EngineRequest(engine);
    this.#making = new EngineRequest(engine);
    this.#panel.setAttribute("aria-label", words.doNow);
    this.#panel.tabIndex = -1;
    this.#names = new LetterNameFields(!place.closest(".bare-page"), () => this.#redraw());
    place.addEventListener("click", (event) => this.#clicked(event));
    place.addEventListener("answered", (event) => this.#answered(/** @type {CustomEvent} */ (event).detail.told));
    place.addEventListener("cleared", () => this.#close());
  }

  get #link() {
    const link = this.#place.querySelector(".answer[data-state=answer] > .action a");
    return link instanceof HTMLAnchorElement ? link : undefined;
  }

  /** The name of the letter that the link leads to, if any. */
  get #draft() {
    return /\/drafts\/(\w+)\/$/.exec(this.#link?.pathname ?? "")?.[1];
  }

  /** A link to the guide's page about the step, or to the calculator it needs. @param {HTMLAnchorElement} link */
  #wayOn(link) {
    if (!link.pathname.includes("/calculators/")) return anchor(link, words.readMore);
    const made = anchor(link, link.textContent);
    made.className = "md-button";
    return made;
  }

  /** @param {Event} event */
  #clicked(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link !== this.#link) return;
    event.preventDefault();
    if (this.#isOpen) return this.#close();
    this.#isOpen = true;
    this.#withInterest = this.#results.add_interest !== "no";
    this.#show();
  }

  /** @param {Record<string, string>} results */
  #answered(results) {
    this.#results = results;
    if (this.#isOpen) this.#show(false);
    else this.#link?.setAttribute("aria-expanded", "false");
  }

  #close() {
    this.#isOpen = false;
    this.#panel.remove();
    this.#link?.setAttribute("aria-expanded", "false");
  }

  // What the panel shows

  async #show(isNew = true) {
    const link = this.#link;
    if (!link) return this.#close();
    const before = this.#letter.innerHTML;
    this.#letter.innerHTML = this.#draft ? ((await this.#drawn()) ?? before) : "";
    if (this.#draft && !this.#letter.innerHTML) return location.assign(link.href);
    this.#panel.replaceChildren(...this.#parts(link));
    link.setAttribute("aria-expanded", "true");
    link.closest(".action")?.after(this.#panel);
    if (isNew) this.#panel.focus({ preventScroll: true });
    if (isNew) this.#panel.scrollIntoView({ block: "nearest" });
  }

  /** @param {HTMLAnchorElement} link */
  #parts(link) {
    if (!this.#draft) return [...this.#advice(), element("p", "", this.#wayOn(link))];
    this.#buttons = new LetterButtons(this.#letter, () => this.#sendable(), (name) => this.#names.way(name));
    return [
      this.#buttons.element,
      ...this.#interest(),
      this.#names.element,
      element("p", "actions", anchor(link, words.addNames)),
      this.#letter,
      ...this.#done(link),
      ...this.#advice(),
    ];
  }

  /** Redraws the letter with the names, but not the boxes, as the reader may be typing in one. */
  async #redraw() {
    const drawn = await this.#drawn();
    if (!drawn) return;
    this.#letter.innerHTML = drawn;
    this.#buttons?.showBlanks();
  }

  /** A checkbox to leave out the interest, if there's any. */
  #interest() {
    if (!Number(this.#results.interest_and_compensation)) return [];
    const box = element("input", "");
    box.type = "checkbox";
    box.checked = this.#withInterest;
    box.addEventListener("change", () => {
      this.#withInterest = box.checked;
      this.#show(false).then(() => this.#panel.querySelector("input")?.focus({ preventScroll: true }));
    });
    const label = element("label", "choice", box, ` ${words.interest}`);
    for (const type of ["input", "change"]) label.addEventListener(type, (event) => event.stopPropagation());
    return [label];
  }

  /** @param {HTMLAnchorElement} link */
  #done(link) {
    if (!link.dataset.done) return [];
    const press = () => {
      this.#close();
      tickOff(this.#place, this.#form, link.dataset.done ?? "");
    };
    return [element("p", "done", button(words.sent, press, "md-button"))];
  }

  /** Copies of the plan's lists of what to have ready and what not to do. */
  #advice() {
    const lists = this.#place.querySelectorAll(".answer > .fold.all > section.points");
    return [...lists].map((list) => list.cloneNode(true));
  }

  // What the engine makes

  #request() {
    /** @type {Record<string, unknown>} */
    const known = { ...collect(this.#form), ...this.#results };
    const names = (this.#link?.dataset.carry ?? "").split(" ").filter((name) => typeof known[name] === "string");
    const values = Object.fromEntries(names.map((name) => [name, known[name]]));
    values.add_interest = this.#withInterest ? "yes" : "no";
    return { calculator: this.#draft, values: { ...values, ...this.#names.values }, today: today() };
  }

  /** The letter as HTML, escaped in Python. */
  async #drawn() {
    const made = await this.#drawing.run({ ...this.#request(), surface: "page" });
    const template = document.createElement("template");
    template.innerHTML = /** @type {string[]} */ (made?.parts ?? []).join("");
    return template.content.querySelector(".text")?.outerHTML;
  }

  async #sendable() {
    const made = await this.#making.run({ ...this.#request(), surface: "letter" });
    return /** @type {Letter | null} */ (made?.letter ?? null);
  }
}

/** A link to the same page that carries the same answers. @param {HTMLAnchorElement} link @param {string} label */
function anchor(link, label) {
  const made = element("a", "", label);
  made.href = link.href;
  if (link.dataset.carry) made.dataset.carry = link.dataset.carry;
  return made;
}

/** @param {HTMLElement} place @param {HTMLFormElement} form @param {Engine} engine */
export const openInPlace = (place, form, engine) => new DoNow(place, form, engine);
