/** A form that asks the engine: what its reader sees while Python comes, and where it does not. */

/** @import { Asker, Engine, Reason } from "./engine.js" */

import { element, outlinedButton } from "../lib/dom.js";
import { words } from "../form/strings.js";

/** @implements {Asker} */
export class FormStatus {
  /** Whether there is a worker that answers. */
  isReady = false;

  /** @param {HTMLElement} place @param {Engine} engine */
  constructor(place, engine) {
    this.place = place;
    this.engine = engine;
    this.form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
    this.summary = /** @type {HTMLElement} */ (place.querySelector(".problems"));
    this.progress = /** @type {HTMLElement} */ (place.querySelector(".progress"));
    this.status = /** @type {HTMLElement} */ (place.querySelector(".status"));
  }

  /** Loads as soon as somebody shows that they want it, be it before this script had come. @param {HTMLElement} part */
  watchIntent(part) {
    for (const intent of ["focusin", "pointerenter", "touchstart"]) {
      part.addEventListener(intent, () => this.engine.wanted(this), { once: true, passive: true });
    }
    if (part.contains(document.activeElement)) this.engine.wanted(this);
  }

  /** @param {number} loaded @param {number} total */
  loading(loaded, total) {
    this.isReady = false;
    const bar = element("progress", "");
    bar.max = total;
    bar.value = loaded;
    const label = element("label", "", words.loading(loaded, total), bar);
    const before = this.progress.querySelector("label");
    if (before) before.replaceWith(label);
    else this.offer(label, outlinedButton(words.cancel, () => this.engine.cancel()));
  }

  slow() {
    this.say(words.slow, ...byHand());
  }

  ready() {
    this.isReady = true;
    this.offer();
    this.say();
  }

  /** @param {Reason} reason */
  stopped(reason) {
    this.isReady = false;
    this.offer(...(reason === "unsupported" ? [] : this.ways(reason)));
    this.say(words.stopped[reason], ...byHand());
  }

  /** @param {string | null} _reply */
  answered(_reply) {}

  /** What may help. @param {Reason} _reason */
  ways(_reason) {
    return [outlinedButton(words.again, () => this.engine.retry())];
  }

  /** @param {(string | Node)[]} sentence */
  say(...sentence) {
    this.status.replaceChildren(...sentence);
  }

  /** Puts controls in the place of those before, and keeps a reader there who was there. @param {HTMLElement[]} controls */
  offer(...controls) {
    const here = this.progress.contains(document.activeElement);
    this.progress.replaceChildren(...controls);
    this.progress.hidden = controls.length === 0;
    if (here) (this.progress.querySelector("button") ?? this.form.querySelector("[type=submit]"))?.focus();
  }
}

/** The way on without a calculator, where the page has one. */
export function byHand() {
  if (!document.getElementById("by-hand")) return [];
  const link = element("a", "", words.byHand);
  link.href = "#by-hand";
  return [" ", link];
}

/** @param {HTMLElement} part */
export function goTo(part) {
  part.focus({ preventScroll: true });
  part.scrollIntoView();
}
