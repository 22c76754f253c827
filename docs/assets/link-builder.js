/** The link builder: makes a link that gives a client a form already filled in by an adviser. */

/** @import { Asker, Engine, Reason } from "./engine/engine.js" */
/** @import { Problem } from "./form/errors.js" */

import { addCopyButtons, showText } from "./advisers/copy-buttons.js";
import { drawQr } from "./advisers/qr.js";
import { words } from "./advisers/strings.js";
import { engineOfPage } from "./engine/engine.js";
import { showAsked } from "./form/conditions.js";
import { showError, showFieldErrors } from "./form/errors.js";
import { watchRows } from "./form/rows.js";
import { collect } from "./form/values.js";
import { SITE } from "./lib/site.js";
import { today } from "./lib/today.js";
import { asSender, isShareable, senderEntry } from "./navigation/answers-in-links.js";

const DENSE = 300; // characters; with more, a 6 cm QR code is hard for a phone to read

/** @implements {Asker} */
class Builder {
  /** @type {HTMLFormElement | undefined} */
  #form;
  /** @type {{name: string, value: string}[]} */
  #given = [];

  /** @param {HTMLElement} place @param {Engine} engine */
  constructor(place, engine) {
    this.engine = engine;
    this.filled = /** @type {HTMLElement} */ (place.querySelector(".filled"));
    this.status = /** @type {HTMLElement} */ (place.querySelector(".status"));
    this.made = /** @type {HTMLElement} */ (place.querySelector(".made"));
    this.first = /** @type {HTMLElement} */ (place.querySelector(".first"));
    this.code = /** @type {HTMLElement} */ (place.querySelector(".qr-code"));
    this.dense = /** @type {HTMLElement} */ (document.getElementById("link-qr"));
    this.choice = /** @type {HTMLSelectElement} */ (document.getElementById("link-tool"));
    this.sender = /** @type {HTMLInputElement} */ (document.getElementById("link-from"));
    this.sender.addEventListener("input", () => this.#make());
    this.choice.addEventListener("change", () => this.#choose());
    document.getElementById("link-save")?.addEventListener("click", () => this.#save());
    addCopyButtons(place);
    this.#choose();
  }

  get #chosen() {
    return /** @type {HTMLOptionElement} */ (this.choice.selectedOptions[0]);
  }

  /** Fetches the form of the chosen calculator from its own page. */
  async #choose() {
    const chosen = this.#chosen;
    this.status.textContent = words.coming;
    const page = await read(new URL(chosen.dataset.page ?? "", SITE));
    if (chosen !== this.#chosen) return;
    this.#form = page && fitted(page);
    this.filled.replaceChildren(...(this.#form ? [this.#form] : []));
    this.status.textContent = this.#form ? "" : words.noForm;
    this.made.hidden = !this.#form;
    if (this.#form) this.#watch(this.#form);
  }

  /** @param {HTMLFormElement} form */
  #watch(form) {
    form.addEventListener("input", () => this.#make());
    form.addEventListener("submit", (event) => event.preventDefault());
    watchRows(form, () => this.#make());
    this.#make();
  }

  #make() {
    if (!this.#form) return;
    const name = this.sender.value.trim();
    showError(/** @type {HTMLElement} */ (this.sender.closest(".question")), name && !asSender(name) ? words.notASender : "");
    showAsked(this.#form);
    this.#given = given(this.#form);
    const answers = this.#given.map(({ name, value }) => [name, value]);
    const fragment = new URLSearchParams([...answers, ...senderEntry(this.sender.value)]).toString();
    const link = new URL(`${this.#chosen.dataset.page}${fragment && "#"}${fragment}`, SITE).href;
    showText("link-address", link);
    showText("link-words", words.toClient(this.#chosen.label, answers.length > 0, link));
    this.#draw(link);
    this.#check(this.#form);
  }

  /** @param {string} link */
  async #draw(link) {
    const drawn = await drawQr(link, words.qr(this.#chosen.label));
    const text = /** @type {HTMLTextAreaElement} */ (document.getElementById("link-address"));
    if (text.value !== link) return;
    this.code.replaceChildren(...(drawn ? [drawn] : []));
    this.dense.textContent = drawn ? (link.length > DENSE ? words.dense : "") : words.tooLong;
    document.getElementById("link-save")?.toggleAttribute("disabled", !drawn);
  }

  #save() {
    const drawn = this.code.querySelector("svg");
    if (!drawn) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([drawn.outerHTML], { type: "image/svg+xml" }));
    link.download = `${this.choice.value}.svg`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** Asks the calculator what the client will see first. @param {HTMLFormElement} form */
  #check(form) {
    if (!this.#given.length) {
      this.first.textContent = words.nothing;
      showFieldErrors(form, [], () => true);
      return;
    }
    this.engine.ask(this, JSON.stringify({ calculator: this.choice.value, values: collect(form), today: today() }));
  }

  // Messages from the engine

  loading() {}

  slow() {}

  ready() {}

  /** @param {Reason} _ */
  stopped(_) {
    this.first.textContent = words.unchecked;
  }

  /** @param {string | null} reply */
  answered(reply) {
    const form = this.#form;
    if (!form || !this.#given.length) return;
    /** @type {{answer?: string, problems?: Problem[]}} */
    const { answer, problems = [] } = JSON.parse(reply ?? "{}");
    const typed = problems.filter(({ field }) => this.#given.some(({ name }) => name === field));
    showFieldErrors(form, typed, () => true);
    const missing = problems.filter((problem) => !typed.includes(problem)).map(({ field }) => questionOf(form, field));
    const headline = answer && new DOMParser().parseFromString(answer, "text/html").querySelector(".headline");
    if (headline) this.first.textContent = words.first(headline.textContent ?? "");
    else if (missing.some(Boolean)) this.first.textContent = words.missing(missing.filter(Boolean));
    else this.first.textContent = typed.length ? "" : words.unchecked;
  }
}

/** @param {URL} address */
async function read(address) {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return /** @type {HTMLElement | null} */ (page.querySelector(".calculator")) ?? undefined;
}

/**
 * A calculator's form, without questions that a link can't carry or parts that only its own page needs.
 * @param {HTMLElement} calculator
 */
function fitted(calculator) {
  const form = document.importNode(/** @type {HTMLFormElement} */ (calculator.querySelector("form")), true);
  const before = form.querySelectorAll("[data-field]").length;
  for (const part of [form, ...[...form.querySelectorAll("template")].map(({ content }) => content)]) {
    for (const question of part.querySelectorAll("[data-field]:not(.rows)")) {
      const name = question.getAttribute("data-field")?.replace(".{row}.", ".1.") ?? "";
      if (!isShareable(calculator, name)) question.remove();
    }
  }
  for (const group of form.querySelectorAll(".group")) if (!group.querySelector("[data-field]")) group.remove();
  for (const more of form.querySelectorAll(".more")) if (!more.querySelector("[data-field]")) more.remove();
  for (const part of form.querySelectorAll("[type=submit], .progress, .problems, .status")) part.remove();
  if (form.querySelectorAll("[data-field]").length < before) form.prepend(note(words.leftOut));
  return form;
}

/** @param {string} text */
function note(text) {
  const made = document.createElement("p");
  made.className = "hint";
  made.textContent = text;
  return made;
}

/**
 * The values that the adviser has changed.
 * @param {HTMLFormElement} form
 */
function given(form) {
  const boxes = [...form.elements].filter((box) => "name" in box && box.name && isGiven(box));
  return boxes.map((box) => {
    const { name, value } = /** @type {HTMLInputElement} */ (box);
    return { name, value: value.trim() };
  });
}

/** @param {Element} box */
function isGiven(box) {
  if (box instanceof HTMLSelectElement) {
    const usual = [...box.options].find((option) => option.defaultSelected) ?? box.options[0];
    return box.value !== usual?.value;
  }
  if (box instanceof HTMLInputElement && box.type === "radio") return box.checked && !box.defaultChecked;
  if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) {
    return box.value.trim() !== "" && box.value !== box.defaultValue;
  }
  return false;
}

/** @param {HTMLFormElement} form @param {string} field */
function questionOf(form, field) {
  const question = form.querySelector(`[data-field="${CSS.escape(field)}"]`);
  return question?.querySelector("legend, label")?.textContent ?? "";
}

const place = document.getElementById("link-builder");
const engine = engineOfPage();
if (place && engine) new Builder(place, engine);
