/** The list of claims: held by this page, and kept on this device only if the reader says so. */

import { forget, store, stored } from "../../lib/device-storage.js";
import { MOST_CLAIMS, contentOf, read, write } from "./list-file.js";

/** @import { Entry } from "./list-file.js" */
/** @typedef {"forbidden" | "keptFull" | "broken"} Trouble why the list can't be kept, or wasn't read */

const KEY = "unpaid-invoice-claims";

export class ClaimList {
  /** @type {Entry[]} */
  #entries = [];
  /** The list before the last change, for undo. @type {Entry[] | undefined} */
  #before;
  #kept = false;
  /** Whether the reader has saved the list to a file since it last changed. */
  saved = true;
  /** @type {Trouble | undefined} */
  trouble;

  /** @param {() => void} elsewhere called when another tab has changed the stored list */
  constructor(elsewhere) {
    this.#takeIn();
    addEventListener("storage", (event) => {
      if ((event.key === KEY || event.key === null) && this.#kept && this.#takeIn()) elsewhere();
    });
  }

  get entries() {
    return this.#entries;
  }

  get kept() {
    return this.#kept;
  }

  /** @param {string | undefined} id */
  find(id) {
    return this.#entries.find((entry) => entry.id === id);
  }

  /**
   * Adds entries, replacing those with the same mark. A claim that the list already has under another mark isn't added.
   * @param {Entry[]} entries
   * @returns {{added: number, updated: number} | undefined} undefined if the list would be too long
   */
  put(entries) {
    const known = new Set(this.#entries.map(contentOf));
    const now = union(this.#entries, entries.filter((entry) => this.find(entry.id) || !known.has(contentOf(entry))));
    if (now.length > MOST_CLAIMS) return undefined;
    const added = now.length - this.#entries.length;
    const updated = this.#entries.filter((entry, place) => !same(entry, now[place])).length;
    if (added + updated) this.#change(now);
    return { added, updated };
  }

  /** @param {string} id */
  remove(id) {
    this.#change(this.#entries.filter((entry) => entry.id !== id));
  }

  undo() {
    if (this.#before) this.#change(this.#before);
    this.#before = undefined;
  }

  /** Starts keeping the list on this device. If that fails, `trouble` says why. */
  keep() {
    const held = read(stored(KEY) ?? "");
    if (!("fault" in held)) this.#entries = union(held.entries, this.#entries); // another tab may have stored one
    this.#kept = true;
    this.#store();
  }

  /** Stops keeping the list on this device; this page still has it. */
  stop() {
    this.#kept = false;
    this.trouble = undefined;
    forget(KEY);
  }

  clear() {
    this.stop();
    this.#entries = [];
    this.#before = undefined;
    this.saved = true;
  }

  /** @param {Entry[]} entries */
  #change(entries) {
    this.#before = this.#entries;
    this.#entries = entries;
    this.saved = false;
    if (this.#kept) this.#store();
  }

  #store() {
    const why = store(KEY, write(this.#entries));
    this.trouble = why === "full" ? "keptFull" : why;
    if (this.trouble) this.#kept = stored(KEY) !== null;
  }

  /** Reads the stored list. @returns {boolean} whether anything changed */
  #takeIn() {
    const text = stored(KEY);
    if (text === null) {
      const was = this.#kept;
      this.#kept = false;
      return was;
    }
    const held = read(text);
    const isEmpty = "fault" in held && held.fault === "empty";
    this.trouble = "fault" in held && !isEmpty ? "broken" : undefined;
    this.#kept = !this.trouble;
    const entries = "fault" in held ? (isEmpty ? [] : this.#entries) : held.entries;
    if (write(entries) === write(this.#entries)) return false;
    this.#entries = entries;
    this.#before = undefined;
    return true;
  }
}

/**
 * The entries of both lists. Of two with the same mark, keeps the second list's entry in the first one's place.
 * @param {Entry[]} one
 * @param {Entry[]} other
 */
const union = (one, other) => [...new Map([...one, ...other].map((entry) => [entry.id, entry])).values()];

/** @param {Entry | undefined} one @param {Entry | undefined} other */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
