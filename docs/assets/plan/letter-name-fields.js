/** Boxes above a letter for names and invoice numbers, which links don't carry. */

import { claim } from "../claim/store.js";
import { says } from "../claim/strings.js";
import { element } from "../lib/dom.js";

const FIELDS = /** @type {const} */ ({ your_name: "name", your_business: "organization", customer_name: "off", invoice_numbers: "off" });
const PAUSE = 300; // milliseconds without typing before the letter is updated

export class LetterNameFields {
  /** @type {Map<string, HTMLInputElement>} */
  #boxes = new Map();
  #isClaim;
  #changed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;
  element = element("div", "letter-names");

  /** @param {boolean} isClaim whether the names go into the claim, for the letter's page @param {() => void} changed */
  constructor(isClaim, changed) {
    this.#isClaim = isClaim;
    this.#changed = changed;
    for (const [name, token] of Object.entries(FIELDS)) this.element.append(this.#box(/** @type {keyof typeof FIELDS} */ (name), token));
    for (const type of ["input", "change"]) this.element.addEventListener(type, (event) => event.stopPropagation());
    this.element.addEventListener("input", () => this.#typing());
    this.element.addEventListener("change", () => this.#left());
  }

  /** @param {keyof typeof FIELDS} name @param {AutoFill} token */
  #box(name, token) {
    const box = element("input", "");
    box.type = "text";
    box.id = `letter-${name}`;
    box.maxLength = 100;
    box.autocomplete = token;
    const known = this.#isClaim ? claim.answers.get(name)?.value : "";
    box.value = typeof known === "string" ? known : "";
    this.#boxes.set(name, box);
    return element("label", "", says.letter.names[name], box);
  }

  /** The typed text by the name of its question. */
  get values() {
    const typed = [...this.#boxes].map(([name, { value }]) => /** @type {const} */ ([name, value.trim()]));
    return Object.fromEntries(typed.filter(([, value]) => value));
  }

  /** A function that takes the reader to a box, if there is one for this name. @param {string} name */
  way(name) {
    const box = this.#boxes.get(name);
    return box && (() => box.focus());
  }

  #typing() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#changed, PAUSE);
  }

  #left() {
    this.#typing();
    const { values } = this;
    const answers = [...this.#boxes.keys()].map((name) => /** @type {const} */ ([name, values[name]]));
    if (this.#isClaim) claim.put(answers.map(([name, value]) => [name, value ? { value, kind: "words" } : undefined]));
  }
}
