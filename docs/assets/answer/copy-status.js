/** Copies a text and says so. If the browser forbids copying, shows the text for the reader to copy. */

import { says } from "../claim/strings.js";
import { copy } from "../lib/clipboard.js";
import { element } from "../lib/dom.js";

const words = says.beside;

/**
 * @param {{told: HTMLElement, below: HTMLElement}} place where to show the message, and the text
 * @param {string | Promise<string>} text
 * @param {{done?: string, html?: Promise<string>}} [options] the message on success; the text with its tables
 */
export async function copyAndTell({ told, below }, text, { done = words.copied, html } = {}) {
  told.replaceChildren(words.working);
  below.replaceChildren();
  const failed = await copy(text, html);
  if (failed === undefined) return told.replaceChildren(done);
  if (!failed) return told.replaceChildren(words.failed);
  const box = element("textarea", "by-hand");
  box.readOnly = true;
  box.rows = 6;
  box.value = failed;
  box.setAttribute("aria-label", words.byHand);
  told.replaceChildren(words.byHand);
  below.replaceChildren(box);
  box.select();
}
