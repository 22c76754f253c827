/** Takes the rows of a question from a file: reads it, shows its columns for a check, and answers the rows in parts. */

import { EngineRequest } from "../engine/request.js";
import { button, element, fileButton, statusLine } from "../lib/dom.js";
import { ColumnsCheck } from "./columns-check.js";
import { Progress } from "./progress.js";
import { readTable } from "./read-file.js";
import { runParts } from "./run-parts.js";
import { words } from "./strings.js";

/** @import { Engine } from "../engine/engine.js" */
/** @import { Made } from "../engine/request.js" */
/** @import { Values } from "../form/values.js" */
/** @import { Column, Meaning } from "./columns-check.js" */
/** @import { Table } from "./read-file.js" */
/** @typedef {{product: string, header: number, columns: Column[], fields: Meaning[]}} Found */
/** @typedef {{values: Values, today: string}} Asked */
/** @typedef {{table: Table, header: number, check: ColumnsCheck}} Loaded a file, with its columns to check */

const LOADED = "loaded";

class TableSource {
  #place;
  #rows;
  #engineRequest;
  #told = statusLine();
  #ran = statusLine();
  #progress = new Progress();
  #checks = element("div", "");
  #forget = button(words.remove, () => this.#remove());
  /** @type {Loaded | undefined} */
  #loaded;
  #runs = false;

  /** @param {HTMLElement} place @param {HTMLElement} rows @param {Engine} engine */
  constructor(place, rows, engine) {
    this.#place = place;
    this.#rows = rows;
    this.#engineRequest = new EngineRequest(engine);
    const picker = fileButton(words.choose, ".csv,.txt,.xlsx,text/csv,text/plain", (file) => this.#read(file));
    picker[0]?.classList.replace("plain", "md-button");
    const typing = button(words.type, () => rows.classList.add("typed"));
    typing.classList.add("type-instead");
    this.#forget.hidden = true;
    const source = element("div", "table-source", element("p", "", ...picker, " ", this.#forget, typing), element("p", "hint", words.hint));
    source.append(this.#told, this.#checks);
    place.querySelector("form > .status")?.before(this.#progress.element, this.#ran);
    for (const kind of ["input", "change"]) source.addEventListener(kind, (event) => this.#changed(event));
    rows.querySelector(".error")?.after(source);
    const isTyped = [...rows.querySelectorAll("input")].some((box) => box.type === "text" && box.value);
    rows.classList.toggle("typed", isTyped);
    rows.addEventListener("reveal", () => rows.classList.add("typed"));
    place.addEventListener("run", (event) => this.#run(/** @type {CustomEvent<Asked>} */ (event).detail));
    place.addEventListener("cleared", () => this.#remove());
  }

  /**
 * Stops the form treating the file button or a menu as a typed row. A new meaning for a column makes the answer stale.
 * @param {Event} event
 */
  #changed(event) {
    event.stopPropagation();
    if (event.target instanceof HTMLSelectElement && event.type === "change") this.#tellForm();
  }

  #tellForm() {
    this.#rows.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#told.replaceChildren(sentence);
  }

  /** @param {object} more @returns {Promise<Made | null>} */
  #ask(more) {
    return this.#engineRequest.reply({ calculator: this.#place.dataset.calculator, field: this.#rows.dataset.field, ...more });
  }

  /** @param {File} file */
  async #read(file) {
    this.#remove();
    this.#say(words.reading);
    const table = await readTable(file).catch(() => ({ trouble: words.failed }));
    if ("trouble" in table) return this.#say(table.trouble);
    const reply = await this.#ask({ surface: "columns", ...table });
    if (!reply || reply.problems) return this.#say(problemOf(reply) ?? words.failed);
    const { product, header, columns, fields } = /** @type {Found} */ (/** @type {unknown} */ (reply));
    const check = new ColumnsCheck(columns, fields);
    this.#loaded = { table, header, check };
    this.#checks.replaceChildren(check.element);
    this.#forget.hidden = false;
    this.#place.dataset.table = LOADED;
    this.#tellForm();
    this.#say(words.found(file.name, product, header + 1));
  }

  #remove() {
    if (this.#loaded) this.#say(words.removed);
    this.#loaded = undefined;
    this.#progress.stop();
    this.#ran.replaceChildren();
    this.#checks.replaceChildren();
    this.#forget.hidden = true;
    this.#place.dataset.table = "";
  }

  /** @param {Asked} asked */
  async #run({ values, today }) {
    if (!this.#loaded || this.#runs) return;
    this.#runs = true;
    this.#ran.replaceChildren(words.starting);
    await this.#answer(this.#loaded, values, today);
    this.#runs = false;
  }

  /** @param {Loaded} loaded @param {Values} values @param {string} today */
  async #answer({ table, header, check }, values, today) {
    const read = await this.#ask({ surface: "table", ...table, header, columns: check.fields });
    const parts = /** @type {Record<string, string>[][] | undefined} */ (read?.parts);
    if (!read || !parts) return this.#ran.replaceChildren(problemOf(read) ?? words.stopped);
    check.element.open = false;
    this.#ran.replaceChildren();
    const { [this.#rows.dataset.field ?? ""]: _, ...settings } = values;
    const asked = { calculator: this.#place.dataset.calculator, today };
    const run = await runParts({
      engineRequest: this.#engineRequest, parts, progress: this.#progress, say: words.done, size: (part) => part.length,
      request: (part) => ({ ...asked, surface: "part", values: { ...settings, rows: part } }),
    });
    if ("stopped" in run) return this.#ran.replaceChildren(words.cancelled);
    const made = "made" in run ? run.made : [];
    const request = { ...asked, values: settings, parts: made.map(({ part }) => part) };
    if ("made" in run) this.#ran.replaceChildren(words.sorting);
    const reply = "made" in run ? await this.#engineRequest.reply({ ...request, surface: "page" }) : run.refused;
    if (!reply) return this.#ran.replaceChildren(words.stopped);
    this.#ran.replaceChildren();
    if (!reply.problems) this.#ran.replaceChildren([words.read(Number(read.rows)), .../** @type {string[]} */ (read.notes)].join(" "));
    this.#place.dispatchEvent(new CustomEvent("table", { detail: { request, reply } }));
  }
}

/** @param {Made | null} reply */
const problemOf = (reply) => /** @type {{message: string}[] | undefined} */ (reply?.problems)?.[0]?.message;

/** Lets a file answer the question with rows, if the form has one. @param {HTMLElement} place @param {Engine} engine */
export function offerTable(place, engine) {
  const rows = place.querySelector(".rows");
  if (rows instanceof HTMLElement) new TableSource(place, rows, engine);
}

/** Whether a file answers the question with rows. @param {HTMLElement} place */
export const hasTable = (place) => place.dataset.table === LOADED;
