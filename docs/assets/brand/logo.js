/** Reads a service's logo, and refuses one that runs code or loads other files. */

import { words } from "./strings.js";

/** @import { Logo } from "./pages.js" */

const MOST = 100_000; // bytes: every page has the logo
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RUNS = "script, foreignObject, iframe, object, embed, audio, video, handler, listener";
const NAMES_A_FILE = /@import|url\(\s*["']?(?!\s*["']?#)/i;

/** @param {File} file @returns {Promise<{logo: Logo} | {fault: string}>} */
export async function readLogo(file) {
  if (file.size > MOST) return { fault: words.logo.tooBig };
  const content = new Uint8Array(await file.arrayBuffer());
  if (PNG.every((byte, place) => content[place] === byte)) return { logo: { kind: "png", content } };
  const source = new TextDecoder().decode(content);
  if (!/<svg[\s>]/.test(source)) return { fault: words.logo.otherKind };
  const svg = new DOMParser().parseFromString(withoutStyles(source), "image/svg+xml");
  if (svg.querySelector("parsererror") || svg.documentElement.localName !== "svg") return { fault: words.logo.otherKind };
  const fault = faultOf(svg, source);
  return fault ? { fault } : { logo: { kind: "svg", content } };
}

/** An SVG whose styles can be read but don't apply, as this page's policy would block them. @param {string} source */
const withoutStyles = (source) => source.replace(/(<\/?|\s)style(?=[\s=>])/g, "$1unstyled");

/** What's wrong with an SVG, as a sentence, or an empty string. @param {Document} svg @param {string} source */
function faultOf(svg, source) {
  const parts = [...svg.querySelectorAll("*")];
  const attributes = parts.flatMap((part) => [...part.attributes]);
  const runs = parts.some((part) => part.matches(RUNS)) || attributes.some(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value));
  if (runs) return words.logo.runs;
  const styles = [...parts.filter((part) => part.localName === "unstyled").map((part) => part.textContent ?? ""), ...attributes.map(({ value }) => value)];
  const links = attributes.filter(({ localName }) => ["href", "src"].includes(localName)).map(({ value }) => value.trim());
  const isElsewhere = links.some((link) => !/^(#|data:image\/(png|jpeg);)/.test(link)) || styles.some((style) => NAMES_A_FILE.test(style));
  return isElsewhere || /<!ENTITY|<\?xml-stylesheet/i.test(source) ? words.logo.elsewhere : "";
}
