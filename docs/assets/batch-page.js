/** The batch page: reads a file of cases, shows what each column means for a check, and answers the rows in parts. */

/** @import { Engine } from "./engine/engine.js" */
/** @import { Made } from "./engine/request.js" */
/** @import { Answers } from "./batch/result.js" */

import { inBase64 } from "./batch/file-in-base64.js";
import { resultOf } from "./batch/result.js";
import { words } from "./batch/strings.js";
import { titledTable } from "./batch/tables.js";
import { engineOfPage } from "./engine/engine.js";
import { FormStatus, goTo } from "./engine/form-status.js";
import { EngineRequest } from "./engine/request.js";
import { element, fileButton } from "./lib/dom.js";
import { today } from "./lib/today.js";
import { ColumnsCheck } from "./table/columns-check.js";
import { Progress } from "./table/progress.js";
import { readTable } from "./table/read-file.js";
import { runParts } from "./table/run-parts.js";
import { words as tableWords } from "./table/strings.js";

/** @typedef {[cells: string[], begins: number, ends: number, unclosed: boolean]} Row with its lines in the file */
/** @typedef {{file: string, heads: string[], examples: string[], rows: Row[], mark: string, notes: string[]}} Read */
/**
 * @typedef {{questions: string[], fields: {field: string, name: string}[], heading: string[], kinds: string[], csv: string,
 *   problem: string, notes: string[]}} Columns
 */

const ROWS_IN_PART = 25;
const CHARACTERS_IN_PART = 20_000; // a smaller part if rows are long, such as those with a whole ledger
const ROWS_SHOWN = 3;
const BEFORE_A_GUESS = 3; // seconds before we estimate the time left

class BatchPage extends FormStatus {
  #request;
  #calculator = /** @type {HTMLSelectElement} */ (document.getElementById("batch-calculator"));
  #sample = /** @type {HTMLAnchorElement} */ (document.getElementById("batch-sample"));
  #full = /** @type {HTMLInputElement} */ (document.getElementById("batch-full"));
  #result;
  #questions;
  #submit;
  #told = element("div", "told");
  #checks = element("div", "");
  #progress = new Progress();
  #choose;
  /** @type {Read | undefined} */
  #read;
  /** The file that is being read. @type {Promise<void> | undefined} */
  #reading;
  /** @type {ColumnsCheck | undefined} */
  #check;
  #isRunning = false;
  /** Whether there are unsaved answers. */
  #isUnsaved = false;

  /** @param {HTMLElement} place @param {Engine} engine */
  constructor(place, engine) {
    super(place, engine);
    this.#request = new EngineRequest(engine);
    this.#result = /** @type {HTMLElement} */ (place.querySelector(".result"));
    this.#questions = /** @type {HTMLElement} */ (place.querySelector("form > .group"));
    this.#submit = /** @type {HTMLButtonElement} */ (place.querySelector("[type=submit]"));
    const picker = fileButton(tableWords.choose, ".csv,.txt,.tsv,.xlsx,text/csv,text/plain", (file) => this.#chooses(file));
    this.#choose = /** @type {HTMLButtonElement} */ (picker[0]);
    this.#choose.classList.replace("plain", "md-button");
    this.#told.setAttribute("role", "status");
    place.querySelector(".file")?.append(...picker, this.#told, this.#checks);
    this.progress.before(this.#progress.element);
    this.watchIntent(place);
    this.#calculator.addEventListener("change", () => this.#chose());
    this.#full.addEventListener("change", () => this.#showStale());
    this.form.addEventListener("submit", (event) => this.#pressed(event));
    addEventListener("beforeunload", (event) => {
      if (this.#isRunning || this.#isUnsaved) event.preventDefault();
    });
    this.#chose();
  }

  // What the reader does

  #chose() {
    const chosen = /** @type {HTMLOptionElement | undefined} */ (this.#calculator.selectedOptions[0]);
    this.#sample.href = new URL(`${this.#calculator.value}.csv`, this.#sample.href).href;
    this.#sample.textContent = chosen?.dataset.sample ?? "";
    this.#check = undefined;
    this.#showColumns();
  }

  /** @param {File} file */
  #chooses(file) {
    const reading = this.#open(file).finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    this.#reading = reading;
  }

  /** @param {File} file */
  async #open(file) {
    this.#read = undefined;
    this.#check = undefined;
    this.#checks.replaceChildren();
    this.#showStale();
    this.#say(tableWords.reading);
    const table = await readTable(file, inBase64).catch(() => ({ trouble: tableWords.failed }));
    if ("trouble" in table) return this.#say(table.trouble);
    const reply = await this.#ask({ batch: "read", ...table });
    if (!reply || reply.problems) return this.#say(problemOf(reply) ?? tableWords.failed);
    this.#read = /** @type {Read} */ ({ ...reply, file: file.name });
    await this.#showColumns();
  }

  /** @param {SubmitEvent} event */
  async #pressed(event) {
    event.preventDefault();
    if (this.#isRunning) return;
    if (!this.#read && !this.#reading) {
      this.#say(words.chooseFirst);
      this.#choose.focus();
      return;
    }
    this.#isRunning = true;
    this.#questions.inert = true;
    await this.#reading; // shows an error if the file can't be read
    if (this.#read) await this.#answer(this.#read);
    this.#questions.inert = false;
    this.#isRunning = false;
    const focused = document.activeElement; // until the next frame, this may be a button that has been removed
    if (focused === document.body || !focused?.checkVisibility()) this.#submit.focus({ preventScroll: true });
  }

  // The file

  /** Shows what each column means to the chosen calculator. */
  async #showColumns() {
    const read = this.#read;
    if (!read) return;
    const columns = await this.#columns();
    if (!columns || read !== this.#read) return;
    const { heads, examples, rows } = read;
    const { questions, fields, problem, notes } = columns;
    const found = heads.map((heading, place) => ({
      heading, field: questions[place] ?? "", example: examples[place] ?? "",
    }));
    this.#check = new ColumnsCheck(found, fields, words.noQuestion);
    this.#check.element.open = Boolean(problem || notes.length);
    this.#check.element.addEventListener("change", () => this.#meantOtherwise());
    const first = rows.slice(0, ROWS_SHOWN).map(([cells]) => heads.map((_, place) => cells[place] ?? ""));
    this.#checks.replaceChildren(this.#check.element, titledTable(words.firstOfFile, heads, first));
    this.#sayOfColumns(read, columns);
    this.#showStale();
  }

  /** The reader has changed what a column means. */
  async #meantOtherwise() {
    const read = this.#read;
    const columns = await this.#columns();
    if (columns && read && read === this.#read) this.#sayOfColumns(read, columns);
    this.#showStale();
  }

  /** The question that each column answers, given the reader's choices. @returns {Promise<Columns | undefined>} */
  async #columns() {
    const reply = await this.#ask({ batch: "columns", heads: this.#read?.heads, ...this.#settings });
    return reply && !reply.problems ? /** @type {Columns} */ (/** @type {unknown} */ (reply)) : undefined;
  }

  /** @param {Read} read @param {Columns} columns */
  #sayOfColumns({ file, heads, rows, notes }, columns) {
    const known = columns.questions.filter(Boolean).length;
    const headed = heads.filter((head) => head.trim()).length;
    const found = known ? [words.found(file, rows.length, known, headed)] : [];
    this.#say(...found, ...[columns.problem].filter(Boolean), ...notes, ...columns.notes);
  }

  // The answers

  /** @param {Read} read */
  async #answer(read) {
    const { heads, rows, file, mark } = read;
    const settings = this.#settings;
    const columns = await this.#columns();
    if (!columns || columns.problem) return this.#say(columns?.problem ?? words.stopped);
    const begun = performance.now();
    const run = await runParts({
      engineRequest: this.#request, parts: inParts(rows), progress: this.#progress, size: (part) => part.length,
      request: (part) => ({ ...this.#asked, batch: "answer", heads, rows: part, ...settings }),
      say: (done, total) => words.done(done, total, secondsLeft(done, total, (performance.now() - begun) / 1000)),
    });
    if ("stopped" in run) return this.#say(words.cancelled);
    if ("refused" in run) return this.#say(problemOf(run.refused) ?? words.stopped);
    this.#show({
      file,
      heading: columns.heading,
      kinds: columns.kinds,
      rows: run.made.flatMap((part) => /** @type {string[][]} */ (part.rows)),
      lines: rows.map(([, begins]) => begins),
      csv: () => [mark, columns.csv, ...run.made.map((part) => part.csv)].join(""),
    });
  }

  /** @param {Answers} answers */
  #show(answers) {
    const heading = element("h2", "", this.#result.getAttribute("aria-label") ?? "");
    this.#result.replaceChildren(heading, ...resultOf(answers, () => (this.#isUnsaved = false)));
    this.#result.hidden = false;
    this.#result.dataset.state = "made";
    this.#isUnsaved = true;
    goTo(this.#result);
  }

  #showStale() {
    if (this.#result.dataset.state !== "made") return;
    this.#result.dataset.state = "stale";
    this.#result.querySelector("h2")?.after(element("p", "stale", words.stale));
  }

  // The engine

  get #asked() {
    return { calculator: this.#calculator.value, today: today() };
  }

  get #settings() {
    return { full: this.#full.checked, ...(this.#check && { chosen: this.#check.fields }) };
  }

  /** @param {object} request */
  #ask(request) {
    return this.#request.reply({ ...this.#asked, ...request });
  }

  /** @param {string[]} sentences */
  #say(...sentences) {
    this.#told.replaceChildren(...sentences.map((one) => element("p", "", one)));
  }
}

/** Splits the rows into parts, with fewer rows in a part if they are long. @param {Row[]} rows */
function inParts(rows) {
  /** @type {Row[][]} */
  const parts = [];
  let length = Infinity;
  for (const row of rows) {
    const own = row[0].reduce((sum, cell) => sum + cell.length, 0);
    if (length + own > CHARACTERS_IN_PART || (parts.at(-1)?.length ?? 0) >= ROWS_IN_PART) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(row);
    length += own;
  }
  return parts;
}

/** @param {number} done @param {number} total @param {number} elapsed seconds */
const secondsLeft = (done, total, elapsed) =>
  elapsed < BEFORE_A_GUESS || !done || done === total ? undefined : (elapsed * (total - done)) / done;

/** @param {Made | null} reply */
const problemOf = (reply) => /** @type {{message: string}[] | undefined} */ (reply?.problems)?.[0]?.message;

const place = document.querySelector(".batch");
const engine = engineOfPage();
if (engine && place instanceof HTMLElement) new BatchPage(place, engine);
