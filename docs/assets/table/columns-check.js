/** Shows what the columns of a table mean, for the reader to check and change. */

import { element } from "../lib/dom.js";
import { words } from "./strings.js";

/** @typedef {{heading: string, field: string, example: string}} Column */
/** @typedef {{field: string, name: string}} Meaning */

export class ColumnsCheck {
  /** A menu for each column that has a heading. @type {(HTMLSelectElement | undefined)[]} */
  #menus;

  /** @param {Column[]} columns @param {Meaning[]} meanings @param {string} [none] the label for none of them */
  constructor(columns, meanings, none = words.unused) {
    this.#menus = columns.map((column) => (column.heading ? menu(column, meanings, none) : undefined));
    const rows = columns.flatMap((column, place) => {
      const chosen = this.#menus[place];
      return chosen ? [row(column, chosen)] : [];
    });
    const head = element("tr", "", ...[words.heading, words.meaning].map(headingCell));
    const table = element("table", "", element("thead", "", head), element("tbody", "", ...rows));
    this.element = element("details", "columns-check", element("summary", "", words.columns), table);
    this.element.open = true;
  }

  /** The field of each column, empty if the column isn't used. */
  get fields() {
    return this.#menus.map((chosen) => chosen?.value ?? "");
  }
}

/** @param {string} text */
function headingCell(text) {
  const made = element("th", "", text);
  made.scope = "col";
  return made;
}

/** @param {Column} column @param {HTMLSelectElement} chosen */
function row({ heading, example }, chosen) {
  const named = element("th", "", heading, ...(example ? [element("span", "", words.example(example))] : []));
  named.scope = "row";
  return element("tr", "", named, element("td", "", chosen));
}

/** @param {Column} column @param {Meaning[]} meanings @param {string} none */
function menu({ heading, field }, meanings, none) {
  const made = element("select", "");
  made.setAttribute("aria-label", words.meaningOf(heading));
  made.append(new Option(none, ""), ...meanings.map(({ field, name }) => new Option(name, field)));
  made.value = field;
  return made;
}
