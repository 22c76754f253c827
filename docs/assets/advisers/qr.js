/** Draws a text as a QR code in SVG, in the browser. */

import { SITE } from "../lib/site.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // white modules that a camera needs on each side

/**
 * @param {string} text
 * @param {string} title
 * @returns {Promise<SVGSVGElement | undefined>} undefined if the text is too long for any QR code
 */
export async function drawQr(text, title) {
  const dark = await modules(text);
  if (!dark) return undefined;
  const side = dark.length + 2 * QUIET;
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { xmlns: SVG, viewBox: `0 0 ${side} ${side}`, width: "60mm", height: "60mm", role: "img", "aria-label": title };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  svg.append(shape("#ffffff", `M0 0h${side}v${side}h-${side}z`), shape("#000000", dark.map(runs).join("")));
  return /** @type {SVGSVGElement} */ (svg);
}

/** @param {string} fill @param {string} path */
function shape(fill, path) {
  const drawn = document.createElementNS(SVG, "path");
  drawn.setAttribute("fill", fill);
  drawn.setAttribute("d", path);
  return drawn;
}

/** An SVG path of a row's dark modules, joining adjacent ones. @param {boolean[]} row @param {number} number */
function runs(row, number) {
  const marks = row.map((dark) => (dark ? "1" : "0")).join("");
  return [...marks.matchAll(/1+/g)]
    .map((run) => `M${run.index + QUIET} ${number + QUIET}h${run[0].length}v1h-${run[0].length}z`)
    .join("");
}

/** @param {string} text @returns {Promise<boolean[][] | undefined>} */
async function modules(text) {
  /** @type {{default: typeof import("qrcode-generator")}} */
  const { default: encode } = await import(new URL("assets/vendor/qrcode.mjs", SITE).href);
  const code = encode(0, "M");
  try {
    code.addData(text);
    code.make();
  } catch {
    return undefined;
  }
  const places = [...Array(code.getModuleCount()).keys()];
  return places.map((row) => places.map((column) => code.isDark(row, column)));
}
