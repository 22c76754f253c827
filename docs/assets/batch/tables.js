/** The tables on the batch page: the first rows of the file and of its answers. */

import { element } from "../lib/dom.js";

const LONGEST = 300; // characters shown of a cell

/**
 * A table under its title, which scrolls sideways if it's too wide.
 * @param {string} title
 * @param {string[]} headings
 * @param {string[][]} rows
 */
export function titledTable(title, headings, rows) {
  const head = element("tr", "", ...headings.map((text) => cell("th", text)));
  for (const one of head.children) /** @type {HTMLTableCellElement} */ (one).scope = "col";
  const body = rows.map((row) => element("tr", "", ...row.map((text) => cell("td", text))));
  const table = element("table", "", element("thead", "", head), element("tbody", "", ...body));
  const region = element("div", "scroll", table);
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", title);
  return element("div", "", element("p", "table-title", title), region);
}

/** @param {"td" | "th"} tag @param {string} text */
const cell = (tag, text) => element(tag, "", text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
