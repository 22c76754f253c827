/** An adviser's list of claims: opens and saves files, and shows each claim with its next step and date. */

/** @import { Entry } from "./advisers/claim-list/list-file.js" */
/** @import { Line } from "./advisers/claim-list/draw-table.js" */
/** @import { Engine } from "./engine/engine.js" */

import { CurrentClaim, nameIn } from "./advisers/claim-list/current-claim.js";
import { byDate, table } from "./advisers/claim-list/draw-table.js";
import { answersOf, read, write, writeOne } from "./advisers/claim-list/list-file.js";
import { ClaimList } from "./advisers/claim-list/list-store.js";
import { RowMaker } from "./advisers/claim-list/calculate-rows.js";
import { words } from "./advisers/claim-list/strings.js";
import { save } from "./answer/downloads.js";
import { engineOfPage } from "./engine/engine.js";
import { EngineRequest } from "./engine/request.js";
import { button, element, outlinedButton, statusLine } from "./lib/dom.js";
import { textOf } from "./lib/read-text-file.js";
import { today } from "./lib/today.js";

const MOST_BYTES = 20_000_000;

class ClaimListPage {
  #place;
  #kinds;
  #list;
  #current;
  #maker;
  #files;
  #told = statusLine();
  #counted = element("p", "counted");
  #table = element("div", "scroll");
  #outputs = element("p", "actions");
  #unsaved = element("p", "unsaved");
  #sure = element("div", "sure");
  #keep = element("input", "");

  /** @param {HTMLElement} place @param {Engine} engine */
  constructor(place, engine) {
    this.#place = place;
    this.#kinds = /** @type {Record<string, string>} */ (JSON.parse(place.querySelector(".question-kinds")?.textContent ?? "{}"));
    this.#list = new ClaimList(() => this.#changedElsewhere());
    this.#maker = new RowMaker(engine, () => this.#list.entries, (hadFocus) => this.#worked(hadFocus));
    this.#files = new EngineRequest(engine);
    this.#current = new CurrentClaim(this.#list, this.#kinds, {
      changed: () => this.#changed(),
      say: (sentence, undo) => this.#say(sentence, undo),
      rowOf: (entry) => this.#maker.rowOf(entry)?.row,
    });
    place.append(...this.#opening(), this.#told, this.#current.element, this.#current.question, ...this.#maker.parts);
    place.append(this.#counted, this.#table, this.#unsaved, this.#outputs, this.#keeping());
    this.#dropping();
    addEventListener("beforeunload", (event) => this.#isAtRisk && event.preventDefault());
    this.#changed();
    if (this.#list.trouble) this.#say(words[this.#list.trouble]);
  }

  /** Whether leaving the page would lose a change. */
  get #isAtRisk() {
    return !this.#list.saved && (!this.#list.kept || this.#list.trouble !== undefined);
  }

  // What the reader does

  #opening() {
    const picker = element("input", "");
    picker.type = "file";
    picker.accept = ".json,application/json";
    picker.multiple = true;
    picker.hidden = true;
    picker.addEventListener("change", async () => {
      const files = [...(picker.files ?? [])];
      picker.value = "";
      await this.#open(files);
    });
    const open = button(words.open, () => picker.click(), "md-button md-button--primary");
    return [element("p", "open", open, picker), element("p", "hint", words.drop)];
  }

  #dropping() {
    for (const type of ["dragover", "drop"]) {
      this.#place.addEventListener(type, (event) => {
        const { dataTransfer } = /** @type {DragEvent} */ (event);
        if (!dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        if (type === "drop") this.#open([...dataTransfer.files]);
      });
    }
  }

  /** @param {File[]} files */
  async #open(files) {
    if (!files.length) return;
    const read = await Promise.all(files.map(readFile));
    const faults = read.flatMap(({ name, found }) => ("fault" in found ? [`${name} ${sentenceOn(found.fault)}`] : []));
    const opened = read.flatMap(({ found }) => ("fault" in found ? [] : [found]));
    const leftOut = opened.reduce((sum, one) => sum + one.leftOut, 0);
    const wasEmpty = !this.#list.entries.length;
    const put = this.#list.put(opened.flatMap(({ entries }) => entries));
    if (put && wasEmpty && opened.length === 1 && !leftOut) this.#list.saved = true; // the file holds the whole list
    const told = put ? [...(opened.length ? [words.opened(put.added, put.updated) + (leftOut ? words.leftOut(leftOut) : "")] : [])] : [words.full];
    this.#changed();
    this.#say([...told, ...faults].join(" "), Boolean(put && put.added + put.updated));
  }

  /** @param {string} id */
  #remove(id) {
    const entry = this.#list.find(id);
    if (!entry) return;
    this.#list.remove(id);
    this.#changed();
    this.#say(words.removed(this.#nameOf(entry)), true);
    this.#told.querySelector("button")?.focus();
  }

  /** @param {string} id */
  #workOn(id) {
    const entry = this.#list.find(id);
    if (entry) this.#current.workOn(entry);
  }

  #undo() {
    this.#list.undo();
    this.#changed();
    this.#say(words.undone);
  }

  /** @param {string} id */
  #saveOne(id) {
    const entry = this.#list.find(id);
    if (entry) save({ name: "my-claim.json", type: "application/json", text: writeOne(entry) });
  }

  #save() {
    save({ name: "my-claims.json", type: "application/json", text: write(this.#list.entries) });
    this.#list.saved = true;
    this.#changed();
    this.#say(words.saved);
  }

  async #saveCalendar() {
    const lines = this.#lines();
    const calendar = lines.map(({ id, name, made }) => ({ key: id, name, dates: made?.row.dates ?? [] }));
    if (!calendar.some(({ dates }) => dates.length)) return this.#say(this.#maker.isDone ? words.noDates : words.waiting);
    await this.#saveMade({ calendar }, "my-claims.ics", "text/calendar");
  }

  #saveTable() {
    return this.#saveMade({ table: this.#lines().map(({ made }) => made?.row) }, "my-claims.csv", "text/csv");
  }

  /** @param {object} asked @param {string} name @param {string} type */
  async #saveMade(asked, name, type) {
    if (!this.#maker.isDone) return this.#say(words.waiting);
    const made = await this.#files.run({ list: asked, today: today() });
    if (typeof made?.text !== "string") return this.#say(words.notMade);
    save({ name, type, text: made.text });
    this.#say("");
  }

  // What is kept on the device

  #keeping() {
    this.#keep.type = "checkbox";
    this.#keep.addEventListener("change", () => {
      if (this.#keep.checked) this.#list.keep();
      else this.#list.stop();
      this.#changed();
      this.#say(this.#list.trouble ? words[this.#list.trouble] : this.#list.kept ? words.kept : words.notKept);
    });
    const label = element("label", "choice", this.#keep, ` ${words.keep}`);
    const clear = button(words.clear, () => this.#askToClear(clear));
    return element("section", "keep", label, element("p", "hint", words.keepHint), element("p", "actions", clear), this.#sure);
  }

  /** @param {HTMLButtonElement} clear */
  #askToClear(clear) {
    const warning = element("p", "", words.clearSure);
    warning.id = "clear-list-warning";
    const leave = () => {
      this.#sure.replaceChildren();
      clear.focus();
    };
    const yes = button(words.clearYes, () => {
      leave();
      this.#list.clear();
      this.#changed();
      this.#say(words.cleared);
    }, "plain wrong");
    const no = button(words.clearNo, leave);
    for (const one of [yes, no]) one.setAttribute("aria-describedby", warning.id);
    this.#sure.replaceChildren(warning, yes, no);
    no.focus();
  }

  #changedElsewhere() {
    this.#changed();
    this.#say(this.#list.kept ? words.elsewhere : words.notKept);
  }

  // What the page shows

  /** @param {string} sentence @param {boolean} [undo] whether the change can be undone */
  #say(sentence, undo) {
    this.#told.replaceChildren(sentence, ...(undo ? [" ", button(words.undo, () => this.#undo())] : []));
  }

  #changed() {
    this.#draw();
    this.#maker.run();
  }

  /** @param {boolean} hadFocus */
  #worked(hadFocus) {
    this.#draw();
    if (hadFocus) this.#outputs.querySelector("button")?.focus({ preventScroll: true });
  }

  /** @param {Entry} entry */
  #nameOf(entry) {
    return nameIn(answersOf(entry, this.#kinds));
  }

  /** @returns {Line[]} */
  #lines() {
    const { id } = this.#current;
    const lines = this.#list.entries.map((entry) => {
      const made = this.#maker.rowOf(entry);
      return { id: entry.id, name: made?.row.customer || this.#nameOf(entry), made, isCurrent: entry.id === id };
    });
    return lines.sort(byDate);
  }

  #draw() {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
    const lines = this.#lines();
    this.#current.draw();
    this.#table.replaceChildren(lines.length ? this.#tableOf(lines) : element("p", "nothing", words.nothing));
    this.#counted.replaceChildren(lines.length ? countOf(lines) : "");
    this.#unsaved.replaceChildren(this.#list.saved ? "" : words.unsaved);
    this.#drawOutputs(lines.length > 0);
    this.#keep.checked = this.#list.kept;
    if (focused) /** @type {HTMLElement | null} */ (this.#table.querySelector(`[data-key="${focused}"]`))?.focus();
  }

  /** @param {Line[]} lines */
  #tableOf(lines) {
    return table(lines, { work: (id) => this.#workOn(id), save: (id) => this.#saveOne(id), remove: (id) => this.#remove(id) });
  }

  /** Draws the buttons only once, so one with the focus keeps it. @param {boolean} isThere whether there are claims */
  #drawOutputs(isThere) {
    this.#outputs.hidden = !isThere;
    if (this.#outputs.childElementCount) return;
    this.#outputs.append(
      button(words.save, () => this.#save(), "md-button md-button--primary"),
      outlinedButton(words.calendar, () => this.#saveCalendar()),
      outlinedButton(words.table, () => this.#saveTable()),
      outlinedButton(words.print, () => print()),
    );
  }
}

/** @param {Line[]} lines */
function countOf(lines) {
  /** @param {string} when */
  const count = (when) => lines.filter(({ made }) => made?.row.when === when).length;
  return words.count(lines.length, count("overdue"), count("today"), count("wrong"));
}

/** @param {File} file */
async function readFile(file) {
  const found = file.size > MOST_BYTES ? { fault: /** @type {const} */ ("big") } : read(await textOf(file).catch(() => ""));
  return { name: file.name, found };
}

/** @param {import("./advisers/claim-list/list-file.js").Fault} fault */
const sentenceOn = (fault) => (typeof fault === "object" ? words.file.version(fault.version) : words.file[fault]);

const place = document.querySelector(".claim-list");
const engine = engineOfPage();
if (engine && place instanceof HTMLElement) new ClaimListPage(place, engine);
