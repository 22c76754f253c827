/** Prints a letter alone, whatever page it is on. */

import { element } from "../lib/dom.js";

/** @param {HTMLElement} section the `section.text` that holds the letter */
export function printAlone(section) {
  const letter = section.querySelector(".letter");
  if (!letter) return;
  document.querySelector("body > .letter-sheet")?.remove();
  const sheet = element("div", "letter-sheet md-typeset", letter.cloneNode(true));
  document.body.append(sheet);
  document.documentElement.dataset.print = "letter";
  const done = () => {
    sheet.remove();
    delete document.documentElement.dataset.print;
  };
  addEventListener("afterprint", done, { once: true }); // Safari on iPhones returns from print() at once
  print();
}
