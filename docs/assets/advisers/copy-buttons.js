/** Texts to take away: each with a button that copies it. */

import { words } from "./strings.js";

/** @param {HTMLElement} place */
export function addCopyButtons(place) {
  for (const button of place.querySelectorAll("[data-copies]")) {
    button.addEventListener("click", () => copy(/** @type {HTMLElement} */ (button)));
  }
}

/** A browser that forbids it gets the text marked, so that two keys are enough. @param {HTMLElement} button */
async function copy(button) {
  const text = /** @type {HTMLTextAreaElement} */ (document.getElementById(button.dataset.copies ?? ""));
  const status = /** @type {HTMLElement} */ (button.parentElement?.querySelector(".status"));
  try {
    await navigator.clipboard.writeText(text.value);
    status.textContent = words.copied;
  } catch {
    text.focus();
    text.select();
    status.textContent = words.copyByHand;
  }
}

/**
 * Shows a new text; that an older one was copied is no longer said.
 * @param {string} name
 * @param {string} value
 */
export function showText(name, value) {
  const text = /** @type {HTMLTextAreaElement} */ (document.getElementById(name));
  if (text.value === value) return;
  text.value = value;
  const status = text.parentElement?.querySelector(".status");
  if (status) status.textContent = "";
}
