/** Builds the elements that scripts add to a page. */

import { SITE } from "./site.js";

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {(string | Node)[]} parts
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, className, ...parts) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...parts);
  return made;
}

/**
 * @param {string} label
 * @param {() => void} press
 * @param {string} [className]
 */
export function button(label, press, className = "plain") {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/** @param {string} label @param {() => void} press */
export const outlinedButton = (label, press) => button(label, press, "md-button");

/** Opens every `details` around a part of the page. @param {Element | null | undefined} part */
export function openAround(part) {
  const fold = part?.closest("details");
  if (!fold) return;
  fold.open = true;
  openAround(fold.parentElement);
}

/** A paragraph that screen readers read out when it changes. */
export function statusLine() {
  const made = element("p", "told");
  made.setAttribute("role", "status");
  return made;
}

/** A link within the site. @param {string} path from the root of the site @param {string} label */
export function linkTo(path, label) {
  const made = element("a", "", label);
  made.href = new URL(path, SITE).href;
  return made;
}

/**
 * A button that opens a file picker.
 * @param {string} label
 * @param {string} accept
 * @param {(file: File) => void} chosen
 */
export function fileButton(label, accept, chosen) {
  const picker = element("input", "");
  picker.type = "file";
  picker.accept = accept;
  picker.hidden = true;
  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    picker.value = "";
    if (file) chosen(file);
  });
  return [button(label, () => picker.click()), picker];
}
