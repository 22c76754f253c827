/** Moves a claim between this device and the list: adds it, puts it back, or takes one from the list to work on. */

import { claim } from "../../claim/store.js";
import { says } from "../../claim/strings.js";
import { button, element, linkTo, outlinedButton } from "../../lib/dom.js";
import { MARK, answersOf, entryOf } from "./list-file.js";
import { words } from "./strings.js";

/** @import { Answer, Answers } from "../../claim/file.js" */
/** @import { Entry } from "./list-file.js" */
/** @import { ClaimList } from "./list-store.js" */
/** @import { Row } from "./calculate-rows.js" */

export class CurrentClaim {
  /** What the reader can do with the claim, shown above the list. */
  element = element("section", "current-claim");
  /** The question asked before another claim replaces it. */
  question = element("section", "ask");
  #list;
  #kinds;
  #changed;
  #say;
  #rowOf;

  /**
   * @param {ClaimList} list
   * @param {Record<string, string>} kinds the kind of each question
   * @param {object} page
   * @param {() => void} page.changed called when the list or the claim has changed
   * @param {(sentence: string, undo?: boolean) => void} page.say
   * @param {(entry: Entry) => Row | undefined} page.rowOf
   */
  constructor(list, kinds, { changed, say, rowOf }) {
    this.#list = list;
    this.#kinds = kinds;
    this.#changed = changed;
    this.#say = say;
    this.#rowOf = rowOf;
    this.element.setAttribute("aria-label", words.current.title);
    claim.watch(() => this.#changed());
  }

  /** The mark that identifies the claim on this device. */
  get id() {
    const mark = claim.answers.get(MARK)?.value;
    return typeof mark === "string" ? mark : undefined;
  }

  /** The list's version of the claim on this device. */
  get #entry() {
    return this.#list.find(this.id);
  }

  /** Whether the list has every answer of the claim on this device, or there's no such claim. */
  get #isListed() {
    const entry = this.#entry;
    return !claim.answers.size || (entry !== undefined && sameAnswers(answersOf(entry, this.#kinds), claim.answers));
  }

  get #name() {
    return nameIn(claim.answers);
  }

  draw() {
    const { current } = words;
    if (!claim.answers.size) return this.element.replaceChildren();
    const entry = this.#entry;
    const told = element("p", "", (entry ? (this.#isListed ? current.same : current.changed) : current.other)(this.#name));
    const actions = entry ? this.#toPutBack() : [outlinedButton(current.add, () => this.#add())];
    this.element.replaceChildren(told, ...(actions.length ? [element("p", "actions", ...actions)] : []), ...this.#onward(entry));
  }

  #toPutBack() {
    if (this.#isListed) return [];
    const { putBack, addAsNew } = words.current;
    return [outlinedButton(putBack, () => this.#putBack()), button(addAsNew, () => this.#addAsNew())];
  }

  /** @param {Entry | undefined} entry */
  #onward(entry) {
    const row = entry && this.#rowOf(entry);
    const way = row?.page ? [linkTo(`${row.page}/`, row.worked_out_by ?? ""), " "] : [];
    return [element("p", "onwards", `${words.current.use} `, ...way, linkTo("your-claim/", words.current.all))];
  }

  // From this device to the list

  #putBack() {
    if (this.#put(entryOf(new Map(claim.answers), this.#entry))) this.#say(words.current.back, true);
  }

  #addAsNew() {
    const { [MARK]: _, ...answers } = Object.fromEntries(claim.answers);
    this.#addWith(new Map(Object.entries(answers)));
  }

  #add() {
    this.#addWith(new Map(claim.answers));
  }

  /** @param {Answers} answers */
  #addWith(answers) {
    const entry = entryOf(answers);
    if (!this.#put(entry)) return;
    claim.put([[MARK, /** @type {Answer} */ (entry.file.answers[MARK])]]);
    this.#say(words.current.added, true);
  }

  /** @param {Entry} entry */
  #put(entry) {
    const done = this.#list.put([entry]);
    if (!done) this.#say(words.full);
    this.#changed();
    return done;
  }

  // From the list to this device

  /**
   * Makes an entry the claim on this device. Asks first if that would lose answers, or the device keeps no claim yet.
   * @param {Entry} entry
   */
  workOn(entry) {
    const { ask } = words;
    const go = () => this.#take(entry);
    if (!this.#isListed && this.id !== entry.id) {
      const save = outlinedButton(ask.saveFirst, () => {
        if (this.#entry) this.#putBack();
        else this.#add();
        if (this.#isListed) go();
      });
      return this.#ask(ask.replaces(this.#name), save, button(ask.replace, go, "plain wrong"));
    }
    if (claim.kept) return go();
    this.#ask(ask.keep(nameIn(answersOf(entry, this.#kinds))), outlinedButton(ask.yes, go));
  }

  /** @param {string} sentence @param {HTMLButtonElement[]} ways */
  #ask(sentence, ...ways) {
    const told = element("p", "", sentence);
    told.id = "claim-list-question";
    const before = document.activeElement;
    const no = button(words.ask.no, () => {
      this.question.replaceChildren();
      if (before instanceof HTMLElement) before.focus();
    });
    const buttons = [...ways, no];
    for (const one of buttons) one.setAttribute("aria-describedby", told.id);
    this.question.replaceChildren(told, ...buttons);
    buttons[0]?.focus();
  }

  /** @param {Entry} entry */
  #take(entry) {
    this.question.replaceChildren();
    const answers = answersOf(entry, this.#kinds);
    const gone = [...claim.answers.keys()].filter((name) => !answers.has(name));
    claim.put([...gone.map((name) => /** @type {[string, undefined]} */ ([name, undefined])), ...answers]);
    if (!claim.kept) claim.keep();
    this.#changed();
    this.#say(claim.trouble ? says[claim.trouble] : words.ask.now(this.#name));
    this.element.querySelector("a")?.focus();
  }
}

/** The name shown for a claim: the customer, else the business. @param {ReadonlyMap<string, Answer>} answers */
export function nameIn(answers) {
  const found = ["customer_name", "your_business"].map((name) => answers.get(name)?.value);
  return String(found.find((value) => typeof value === "string" && value.trim()) ?? words.noName).trim();
}

/** @param {ReadonlyMap<string, Answer>} one @param {ReadonlyMap<string, Answer>} other */
const sameAnswers = (one, other) => inOrder(one) === inOrder(other);

/** @param {ReadonlyMap<string, Answer>} answers */
const inOrder = (answers) => JSON.stringify([...answers].map(([name, { value }]) => [name, value]).sort());
