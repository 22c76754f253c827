/** Buttons that copy the text beside them. */

import { words } from "./strings.js";

/** @param {HTMLElement} place */
export function addCopyButtons(place) {
  for (const button of place.querySelectorAll("[data-copies]")) {
    button.addEventListener("click", () => copy(/** @type {HTMLElement} */ (button)));
  }
}

/** Copies the text, or selects it if the browser forbids copying. @param {HTMLElement} button */
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
 * Shows a new text, and clears any message that the old one was copied.
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
