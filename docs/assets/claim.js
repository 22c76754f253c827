/** The claim, typed once: answers by the name of their question, kept on this device only if the reader says so. */

import { MOST_BYTES, read, write } from "./claim-file.js";

/** @import { Answer, Answers } from "./claim-file.js" */

/**
 * @typedef {object} News what has become of the claim
 * @property {"keeping" | "stopped" | "changed" | "cleared" | "trouble"} what
 * @property {boolean} elsewhere whether another tab did it
 * @property {string[]} names the questions whose answers are other than before
 */
/** @typedef {"forbidden" | "full" | "newerStore" | "brokenStore"} Trouble why nothing can be kept */

const KEY = "unpaid-invoice-claim";

class Claim {
  /** @type {Answers} */
  #answers = new Map();
  #kept = false;
  /** @type {Trouble | undefined} */
  trouble;
  /** @type {Set<(news: News) => void>} */
  #listeners = new Set();

  constructor() {
    this.#takeIn(stored());
    addEventListener("storage", (event) => {
      if (event.key === KEY || event.key === null) this.#heard();
    });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#heard());
  }

  /** Whether this device keeps it. */
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

  /** Begins to keep what there is, or tells by its `trouble` why that cannot be. */
  keep() {
    if (this.trouble === "newerStore" || this.trouble === "brokenStore") return this.#tell("trouble");
    this.trouble = undefined;
    this.#kept = true;
    this.#store();
    if (this.#kept) this.#tell("keeping");
  }

  /** Keeps nothing any more; this page still has it. */
  stop() {
    this.#kept = false;
    forget();
    this.#tell("stopped");
  }

  /**
   * Takes answers in; one without a value is taken out. On this device only these are changed: another tab may have
   * changed others.
   * @param {Iterable<[string, Answer | undefined]>} changes
   */
  put(changes) {
    const wanted = new Map(changes);
    if (this.#kept) this.#catchUp(wanted);
    const names = [];
    for (const [name, answer] of wanted) {
      if (same(this.#answers.get(name), answer)) continue;
      names.push(name);
      if (answer) this.#answers.set(name, answer);
      else this.#answers.delete(name);
    }
    if (!names.length) return;
    if (this.#kept) this.#store();
    this.#tell("changed", false, names);
  }

  /** Empties it, here and on this device. @returns {boolean} whether the device let us */
  clear() {
    this.#answers = new Map();
    this.#kept = false;
    const done = forget();
    this.trouble = done ? undefined : this.trouble;
    this.#tell("cleared");
    return done;
  }

  #store() {
    const text = write(this.#answers);
    this.trouble = text.length > MOST_BYTES ? "full" : store(text);
    if (!this.trouble) return;
    this.#kept = stored() !== null;
    this.#tell("trouble");
  }

  /**
   * Takes in what another tab has changed since, and tells of it: by the time that the browser does, it is no news any
   * more. Where the other tab has cleared everything, this one no longer keeps.
   * @param {ReadonlyMap<string, unknown>} ours what this tab is about to change itself
   */
  #catchUp(ours) {
    const before = this.#answers;
    const text = stored();
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
    const text = stored();
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

/** What this device has; nothing, where the browser does not let us look. */
function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} text @returns {Trouble | undefined} */
function store(text) {
  try {
    localStorage.setItem(KEY, text);
    return undefined;
  } catch (fault) {
    return fault instanceof DOMException && fault.name === "QuotaExceededError" ? "full" : "forbidden";
  }
}

function forget() {
  try {
    localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/** The claim of this page. */
export const claim = new Claim();
