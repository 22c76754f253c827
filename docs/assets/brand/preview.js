/** Shows the home page in a frame, with the brand typed into the form. */

import { drawn } from "./pages.js";

/** @import { Brand, Parts } from "./pages.js" */

export class Preview {
  #frame;
  #parts;
  /** @type {Brand | undefined} */
  #brand;
  #scheme = "";

  /** @param {HTMLIFrameElement} frame @param {Parts} parts */
  constructor(frame, parts) {
    this.#frame = frame;
    this.#parts = parts;
    frame.addEventListener("load", () => this.#draw());
  }

  /** @param {Brand} brand @param {string} scheme light, dark, or empty for the device's */
  show(brand, scheme) {
    this.#brand = brand;
    this.#scheme = scheme;
    this.#draw();
  }

  #draw() {
    const page = this.#frame.contentDocument;
    if (!page?.querySelector(".wordmark") || !this.#brand) return;
    const made = drawn(this.#brand, this.#parts);
    const logo = this.#brand.logo && dataOf(this.#brand.logo);
    for (const mark of marksIn(page)) {
      const part = made[mark.data.slice("brand ".length)] ?? "";
      replaceAfter(mark, logo ? part.replace(/src="[^"]*"/, () => `src="${logo}"`) : part);
    }
    colour(page.documentElement, this.#brand, this.#scheme);
  }
}

/** @param {Document} page @returns {Comment[]} the marks where the parts that name a service begin */
function marksIn(page) {
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) {
    const mark = /** @type {Comment} */ (walker.currentNode);
    if (mark.data.startsWith("brand ")) found.push(mark);
  }
  return found;
}

/** @param {Comment} mark @param {string} html */
function replaceAfter(mark, html) {
  while (mark.nextSibling && mark.nextSibling.nodeValue !== "/brand") mark.nextSibling.remove();
  mark.after(mark.ownerDocument.createRange().createContextualFragment(html));
}

/** @param {HTMLElement} root @param {Brand} brand @param {string} scheme */
function colour(root, { colours }, scheme) {
  root.style.colorScheme = scheme;
  for (const name of [...root.style]) if (name.startsWith("--")) root.style.removeProperty(name);
  const [light, dark] = colours ?? [{}, {}];
  for (const name of Object.keys(light)) root.style.setProperty(`--${name}`, `light-dark(${light[name]}, ${dark[name]})`);
}

/** @param {import("./pages.js").Logo} logo */
const dataOf = ({ kind, content }) =>
  `data:image/${kind === "svg" ? "svg+xml" : kind};base64,${btoa(Array.from(content, (byte) => String.fromCharCode(byte)).join(""))}`;
