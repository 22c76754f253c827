/** The status of a form that uses the engine: loading, slow, ready or stopped, and what the reader can do about it. */

/** @import { Asker, Engine, Reason } from "./engine.js" */

import { words } from "../form/strings.js";
import { element, outlinedButton } from "../lib/dom.js";

/** @implements {Asker} */
export class FormStatus {
  /** Whether the worker is ready to answer. */
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

  /** Starts loading once the reader points to, touches or focuses a part of the page. @param {HTMLElement} part */
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

  /** Buttons that may help after a failure. @param {Reason} _reason */
  ways(_reason) {
    return [outlinedButton(words.again, () => this.engine.retry())];
  }

  /** @param {(string | Node)[]} sentence */
  say(...sentence) {
    this.status.replaceChildren(...sentence);
  }

  /** Replaces the controls, and keeps the focus among them if it was there before. @param {HTMLElement[]} controls */
  offer(...controls) {
    const here = this.progress.contains(document.activeElement);
    this.progress.replaceChildren(...controls);
    this.progress.hidden = controls.length === 0;
    if (here) (this.progress.querySelector("button") ?? this.form.querySelector("[type=submit]"))?.focus();
  }
}

/** A link to working it out by hand, if the page explains how. */
export function byHand() {
  if (!document.getElementById("by-hand")) return [];
  const link = element("a", "", words.byHand);
  link.href = "#by-hand";
  return [" ", link];
}

/** Moves the focus to a part of the page and scrolls it into view. @param {HTMLElement} part */
export function goTo(part) {
  part.focus({ preventScroll: true });
  part.scrollIntoView();
}
