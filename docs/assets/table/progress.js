/** Shows the progress of a long run, with a button that stops it. */

import { element, outlinedButton } from "../lib/dom.js";
import { words } from "./strings.js";

const TOLD_EVERY = 4; // a screen reader reads out each quarter of the run

export class Progress {
  #bar = element("progress", "");
  #text = element("span", "");
  #told = element("span", "heard");
  #quarter = 0;
  #takesFocus;
  /** Whether the reader has stopped the run. */
  stopped = false;

  /** @param {boolean} [takesFocus] whether the Stop button gets the focus when a run begins */
  constructor(takesFocus = true) {
    this.#takesFocus = takesFocus;
    this.#told.setAttribute("role", "status");
    const label = element("label", "", this.#text, this.#bar);
    this.element = element("div", "table-progress", label, outlinedButton(words.cancel, () => this.stop()), this.#told);
    this.element.hidden = true;
  }

  /** @param {number} done @param {number} total @param {(done: number, total: number) => string} say */
  show(done, total, say) {
    if (this.element.hidden) this.#begin();
    this.#bar.max = total;
    this.#bar.value = done;
    this.#text.textContent = say(done, total);
    const quarter = Math.floor((TOLD_EVERY * done) / total);
    if (quarter > this.#quarter) this.#told.textContent = say(done, total);
    this.#quarter = quarter;
  }

  #begin() {
    this.stopped = false;
    this.#quarter = 0;
    this.#told.textContent = "";
    this.element.hidden = false;
    if (this.#takesFocus) this.element.querySelector("button")?.focus({ preventScroll: true });
  }

  hide() {
    this.element.hidden = true;
  }

  /** Stops any run, and puts the focus back on the button that started it. */
  stop() {
    this.stopped = true;
    const had = this.element.contains(document.activeElement);
    this.hide();
    const form = this.element.closest("form");
    if (had) /** @type {HTMLElement | null | undefined} */ (form?.querySelector("[type=submit]"))?.focus();
  }
}
