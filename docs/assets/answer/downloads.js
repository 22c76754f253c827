/** Buttons that save an answer as a file. */

import { outlinedButton } from "../lib/dom.js";

/** @typedef {{name: string, label: string}} Download a file on offer */
/** @typedef {{name: string, type: string, text: string}} Saved */

/**
 * Adds a button for each file, above the folded parts of an answer.
 * @param {HTMLElement} answer
 * @param {Download[]} downloads
 * @param {(name: string) => void} take
 */
export function offerDownloads(answer, downloads, take) {
  if (!downloads.length) return;
  const place = document.createElement("p");
  place.className = "downloads";
  place.append(...downloads.map(({ name, label }) => outlinedButton(label, () => take(name))));
  (answer.querySelector(":scope > .fold") ?? answer.lastElementChild)?.before(place);
}

/** Saves a text as a file. @param {Saved} file */
export const save = ({ name, type, text }) => saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));

/** @param {string} name @param {Blob} content */
export function saveBlob(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
