/** Works out the claims' rows one at a time, so the page stays responsive and the reader can stop it. */

import { words as engineWords } from "../../form/strings.js";
import { outlinedButton, statusLine } from "../../lib/dom.js";
import { today } from "../../lib/today.js";
import { Progress } from "../../table/progress.js";
import { words } from "./strings.js";

/** @import { Asker, Engine, Reason } from "../../engine/engine.js" */
/** @import { Entry } from "./list-file.js" */

/** @typedef {{key: string, day: string, title: string, note?: string}} Dated */
/**
 * @typedef {object} Row Python's reply about a claim: see `calculators/summary/claim_list.py`
 * @property {string} [customer]
 * @property {string} [client]
 * @property {string} [reference]
 * @property {string | null} owed
 * @property {string} step
 * @property {string | null} next_on
 * @property {string} [next_for]
 * @property {"overdue" | "today" | "coming" | "none" | "wrong"} when
 * @property {string} [worked_out_by]
 * @property {string} page
 * @property {Dated[]} dates
 */
/** @typedef {{row: Row, words: {owed: string, when: string}}} Made a row, with its amount and status in words */

/** @implements {Asker} */
export class RowMaker {
  /** The rows by the file they were worked out from. A changed claim is a new object. @type {WeakMap<object, Made>} */
  #made = new WeakMap();
  #engine;
  #progress = new Progress(false); // no focus: it also starts by itself, when a stored list is shown
  #told = statusLine();
  /** @type {((reply: string | Reason | null) => void) | undefined} */
  #resolve;
  #runs = false;

  /**
   * @param {Engine} engine
   * @param {() => Entry[]} entries
   * @param {(hadFocus: boolean) => void} finished told whether the focus was on the button that stops it
   */
  constructor(engine, entries, finished) {
    this.#engine = engine;
    this.entries = entries;
    this.finished = finished;
    this.parts = [this.#progress.element, this.#told];
  }

  /** @param {Entry} entry */
  rowOf({ file }) {
    return this.#made.get(file);
  }

  get isDone() {
    return this.entries().every((entry) => this.rowOf(entry));
  }

  /** Works out every claim that has no row yet, including any that change meanwhile. */
  async run() {
    if (this.#runs || this.isDone) return;
    this.#runs = true;
    this.#told.replaceChildren();
    this.#progress.show(this.#done, this.entries().length, words.done);
    const wasStopped = await this.#workThrough();
    this.#runs = false;
    const hadFocus = this.#progress.element.contains(document.activeElement);
    this.#progress.hide();
    this.finished(hadFocus);
    if (wasStopped) this.#say(words.stopped, words.goOn).focus();
  }

  /** @returns {Promise<boolean>} whether the reader stopped it */
  async #workThrough() {
    for (let entry = this.#next; entry; entry = this.#next) {
      const reply = await this.#ask(entry);
      if (this.#progress.stopped) return true;
      if (reply && reply !== "crashed" && reply in engineWords.stopped) return false;
      this.#made.set(entry.file, rowIn(reply));
      this.#progress.show(this.#done, this.entries().length, words.done);
    }
    return false;
  }

  /** @param {Entry} entry @returns {Promise<string | null>} the reply, or why there is none */
  #ask({ file }) {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#engine.ask(this, JSON.stringify({ list: { claims: [file] }, today: today() }));
      this.#engine.retry(); // the reader has just opened the claim, or chosen to go on
    });
  }

  get #next() {
    return this.entries().find((entry) => !this.rowOf(entry));
  }

  get #done() {
    return this.entries().filter((entry) => this.rowOf(entry)).length;
  }

  /** @param {string} sentence @param {string} label */
  #say(sentence, label) {
    const again = outlinedButton(label, () => this.run());
    this.#told.replaceChildren(sentence, " ", again);
    return again;
  }

  // Messages from the engine

  /** @param {number} loaded @param {number} total */
  loading(loaded, total) {
    this.#told.replaceChildren(engineWords.loading(loaded, total));
  }

  ready() {
    this.#told.replaceChildren();
  }

  slow() {
    this.#told.replaceChildren(engineWords.slow);
  }

  /** @param {Reason} reason */
  stopped(reason) {
    if (reason !== "crashed") this.#say(engineWords.stopped[reason], engineWords.again);
    this.#resolve?.(reason);
  }

  /** @param {string | null} reply */
  answered(reply) {
    this.#resolve?.(reply);
  }
}

/** @type {Made} */
const FAILED = {
  row: { owed: null, step: words.failed, next_on: null, when: "wrong", page: "", dates: [] },
  words: { owed: "", when: words.wrong },
};

/** @param {string | null} reply @returns {Made} */
const rowIn = (reply) => (reply?.startsWith("{") ? JSON.parse(reply).rows?.[0] : undefined) ?? FAILED;
