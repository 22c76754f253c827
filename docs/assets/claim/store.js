/** The claim: the reader's answers in all calculators, stored on this device only if they say so. */

import { forget, store, stored } from "../lib/device-storage.js";
import { MOST_BYTES, read, write } from "./file.js";

/** @import { Answer, Answers } from "./file.js" */

/**
 * @typedef {object} News what happened to the claim
 * @property {"keeping" | "stopped" | "changed" | "cleared" | "trouble"} what
 * @property {boolean} elsewhere whether another tab caused it
 * @property {string[]} names of the questions whose answers changed
 */
/** @typedef {"forbidden" | "full" | "newerStore" | "brokenStore"} Trouble why nothing can be stored */

const KEY = "unpaid-invoice-claim";
const INTEREST = "interest_and_compensation";
const INTEREST_DAY = "interest_counted_to";

class Claim {
  /** @type {Answers} */
  #answers = new Map();
  #kept = false;
  /** @type {Trouble | undefined} */
  trouble;
  /** @type {Set<(news: News) => void>} */
  #listeners = new Set();

  constructor() {
    this.#takeIn(stored(KEY));
    addEventListener("storage", (event) => {
      if (event.key === KEY || event.key === null) this.#heard();
    });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#heard());
  }

  /** Whether the claim is stored on this device. */
  get kept() {
    return this.#kept;
  }

  /** @returns {ReadonlyMap<string, Answer>} */
  get answers() {
    return this.#answers;
  }

  /** @param {(news: News) => void} listener @param {AbortSignal} [until] */
  watch(listener, until) {
    this.#listeners.add(listener);
    until?.addEventListener("abort", () => this.#listeners.delete(listener), { once: true });
  }

  /** Starts storing the claim. If that fails, `trouble` says why. */
  keep() {
    if (this.trouble === "newerStore" || this.trouble === "brokenStore") return this.#tell("trouble");
    this.trouble = undefined;
    this.#kept = true;
    this.#store();
    if (this.#kept) this.#tell("keeping");
  }

  /** Stops storing the claim and removes it from this device. This page still has it. */
  stop() {
    this.#kept = false;
    forget(KEY);
    this.#tell("stopped");
  }

  /**
   * Sets answers, and removes any that are undefined. Other stored answers stay as they are, as another tab may have
   * changed them.
   * @param {Iterable<[string, Answer | undefined]>} changes
   */
  put(changes) {
    const wanted = new Map(changes);
    if (this.#kept) this.#catchUp(wanted);
    const names = [...wanted].filter(([name, answer]) => this.#set(name, answer)).map(([name]) => name);
    if (this.#isStray && this.#set(INTEREST_DAY, undefined)) names.push(INTEREST_DAY);
    if (!names.length) return;
    if (this.#kept) this.#store();
    this.#tell("changed", false, names);
  }

  /** @param {string} name @param {Answer | undefined} answer @returns {boolean} whether anything changed */
  #set(name, answer) {
    if (same(this.#answers.get(name), answer)) return false;
    if (answer) this.#answers.set(name, answer);
    else this.#answers.delete(name);
    return true;
  }

  /** Whether different calculators worked out the claim's interest and the date that it's counted to. */
  get #isStray() {
    const from = this.#answers.get(INTEREST_DAY)?.from;
    return from !== undefined && this.#answers.get(INTEREST)?.from !== from;
  }

  /** Clears the claim here and on this device. @returns {boolean} whether the browser allowed it */
  clear() {
    this.#answers = new Map();
    this.#kept = false;
    const done = forget(KEY);
    this.trouble = done ? undefined : this.trouble;
    this.#tell("cleared");
    return done;
  }

  #store() {
    const text = write(this.#answers);
    this.trouble = text.length > MOST_BYTES ? "full" : store(KEY, text);
    if (!this.trouble) return;
    this.#kept = stored(KEY) !== null;
    this.#tell("trouble");
  }

  /**
   * Reads another tab's changes and tells the listeners at once, as later the browser's own event would show no
   * difference. If the other tab cleared everything, this one stops storing.
   * @param {ReadonlyMap<string, unknown>} ours the changes that this tab is about to make
   */
  #catchUp(ours) {
    const before = this.#answers;
    const text = stored(KEY);
    if (text === null) this.#kept = false;
    else this.#takeIn(text);
    this.#tellOfChanges(before, ours);
  }

  /** @param {Answers} before @param {ReadonlyMap<string, unknown>} [ours] */
  #tellOfChanges(before, ours = new Map()) {
    const names = [...this.#answers].filter(([name, answer]) => !same(before.get(name), answer)).map(([name]) => name);
    const gone = [...before.keys()].filter((name) => !this.#answers.has(name));
    const theirs = [...names, ...gone].filter((name) => !ours.has(name));
    if (theirs.length) this.#tell("changed", true, theirs);
  }

  /** @param {string | null} text */
  #takeIn(text) {
    if (text === null) return;
    const held = read(text);
    if (!("fault" in held)) this.#answers = held.answers;
    else if (held.fault !== "empty") this.trouble = typeof held.fault === "object" ? "newerStore" : "brokenStore";
    this.#kept = this.trouble !== "newerStore" && this.trouble !== "brokenStore";
  }

  #heard() {
    const before = this.#answers;
    const text = stored(KEY);
    if (text === null) {
      if (this.#kept) this.#gone();
      return;
    }
    const kept = this.#kept;
    this.#takeIn(text);
    if (this.trouble) return this.#tell("trouble", true);
    if (!kept) this.#tell("keeping", true);
    this.#tellOfChanges(before);
  }

  #gone() {
    this.#kept = false;
    this.#answers = new Map();
    this.#tell("cleared", true);
  }

  /** @param {News["what"]} what @param {boolean} [elsewhere] @param {string[]} [names] */
  #tell(what, elsewhere = false, names = []) {
    for (const listener of this.#listeners) listener({ what, elsewhere, names });
  }
}

/** @param {Answer | undefined} one @param {Answer | undefined} other */
const same = (one, other) => JSON.stringify(one?.value) === JSON.stringify(other?.value);

/** The claim, as this page has it. */
export const claim = new Claim();
