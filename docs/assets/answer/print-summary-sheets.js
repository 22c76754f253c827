/** Prints an answer as the two summary sheets that advisers hand over, instead of the page. */

import { element } from "../lib/dom.js";
import { SITE } from "../lib/site.js";

const STYLE = new URL("assets/styles/summary-sheet.css", SITE).href;

/**
 * @param {string} html the sheets, escaped in Python
 * @returns {Promise<void>} once the print dialog is closed
 */
export async function printOneSheet(html) {
  await loadStyle();
  const paper = element("div", "one-sheet");
  paper.innerHTML = html;
  document.body.append(paper);
  document.documentElement.dataset.print = "sheet";
  print();
  delete document.documentElement.dataset.print;
  paper.remove();
}

/** Loads the summary's style sheet once. @returns {Promise<void>} */
function loadStyle() {
  if (document.querySelector(`link[href="${STYLE}"]`)) return Promise.resolve();
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = STYLE;
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
