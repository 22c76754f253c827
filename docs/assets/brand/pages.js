/** Puts a service's brand into the site's files in the browser, as the build does from its settings. */

/** @import { Palette } from "../embed/colour-contrast.js" */
/** @typedef {{name: string, phone: string, email: string, url: string, hours: string}} Contact */
/** @typedef {{kind: "svg" | "png", content: Uint8Array<ArrayBuffer>}} Logo */
/**
 * @typedef {object} Brand
 * @property {string} name
 * @property {Contact} contact empty parts aren't shown
 * @property {string} opening the sentence at the top of the home page
 * @property {Logo} [logo]
 * @property {[Palette, Palette]} [colours] every colour, for light and for dark, if any was chosen
 */
/**
 * The guide's name on this site (`name`) and its original name (`guide`), and the parts of a page that name a service,
 * with placeholders for its words: see macros/theme/partials/brand-parts.html.
 * @typedef {Record<"name" | "guide" | "wordmark" | "plain-wordmark" | "contact" | "opening" | "based-on", string>} Parts
 */

const PART = /<!--brand ([a-z-]+)-->.*?<!--\/brand-->/gs;
const LOGO = /src="[^"]*assets\/brand\.svg"/;
const TOKEN = /--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi;
const PAPER = /(<meta name="theme-color" media="\(prefers-color-scheme: )(light|dark)(\)" content=")(#[0-9a-f]{6})/g;
export const TOKENS = "assets/styles/tokens.css";

/** The parts that the build put into this page. @returns {Parts} */
export const partsOfPage = () => JSON.parse(document.getElementById("brand-parts")?.textContent ?? "{}");

/** The path of the logo in the site. @param {Logo} logo */
export const placeOf = (logo) => `assets/brand.${logo.kind}`;

/**
 * The parts of a page, with the service's words in place of the placeholders.
 * @param {Brand} brand
 * @param {Parts} parts
 * @returns {Record<string, string>}
 */
export function drawn(brand, parts) {
  const words = wordsFor(brand);
  /** @param {string} part */
  const filled = (part) =>
    part
      .replace(/<li>.*?<\/li>/g, (line) => (marksIn(line).some((mark) => words.get(mark) === "") ? "" : line))
      .replace(/https:\/\/%web%|%[^%<]*(?:<br>)?[^%<]*%/g, (mark) => words.get(mark) ?? mark);
  return {
    wordmark: filled(brand.logo ? parts.wordmark : parts["plain-wordmark"]),
    contact: Object.values(brand.contact).some(Boolean) ? filled(parts.contact) : "",
    opening: brand.opening ? filled(parts.opening) : "",
    "based-on": brand.name === parts.guide ? "" : parts["based-on"],
    name: escaped(brand.name),
  };
}

/** @param {string} part */
const marksIn = (part) => part.match(/%[^%]*%/g) ?? [];

/** @param {Brand} brand */
function wordsFor({ name, contact, opening }) {
  return new Map([
    ["%na, me%", escaped(name)],
    ["%na,<br>me%", escaped(name).replaceAll(", ", ",<br>")],
    ["%contact%", escaped(contact.name || name)],
    ["%pho ne%", escaped(contact.phone)],
    ["%phone%", escaped(contact.phone.replaceAll(" ", ""))],
    ["%email%", escaped(contact.email)],
    ["https://%web%", escaped(contact.url)],
    ["%web%", escaped(contact.url.replaceAll("https://", "").replaceAll("http://", ""))],
    ["%hours%", escaped(contact.hours)],
    ["%opening%", escaped(opening)],
  ]);
}

/** Escapes a text as the build does. @param {string} text */
export const escaped = (text) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll(">", "&gt;")
    .replaceAll("<", "&lt;")
    .replaceAll("'", "&#39;")
    .replaceAll('"', "&#34;");

/**
 * @param {string} html
 * @param {Brand} brand
 * @param {Parts} parts
 */
export function brandedPage(html, brand, parts) {
  const root = (html.match(/<meta name="site-root" content="([^"]*)">/)?.[1] ?? "").replace(/^\.\/$/, "");
  const made = drawn(brand, parts);
  const [before, now] = [escaped(parts.name), escaped(brand.name)];
  return html
    .replace(PART, (_, name) => `<!--brand ${name}-->${withLogo(made[name] ?? "", brand, root)}<!--/brand-->`)
    .replace(`${before}</title>`, () => `${now}</title>`)
    .replace(`aria-label="${before}: home"`, () => `aria-label="${now}: home"`)
    .replace(/\s*<link rel="canonical"[^>]*>/, "")
    .replace(PAPER, (_, meta, scheme, end, colour) => `${meta}${scheme}${end}${brand.colours?.[scheme === "dark" ? 1 : 0].paper ?? colour}`);
}

/** @param {string} part @param {Brand} brand @param {string} root */
const withLogo = (part, { logo }, root) => (logo ? part.replace(LOGO, `src="${root}${placeOf(logo)}"`) : part);

/** The style sheet that defines every colour, with the service's own. @param {string} css @param {Brand} brand */
export function brandedTokens(css, { colours }) {
  if (!colours) return css;
  const [light, dark] = colours;
  return css.replace(TOKEN, (_, name, one, other) => `--${name}: light-dark(${light[name] ?? one}, ${dark[name] ?? other})`);
}

/** The manifest for a device that puts the guide on its home screen. @param {string} text @param {Brand} brand */
function brandedManifest(text, { name, colours }) {
  const manifest = { ...JSON.parse(text), name, short_name: name.split(",")[0] };
  if (colours) Object.assign(manifest, { theme_color: colours[0].ink, background_color: colours[0].paper });
  return JSON.stringify(manifest, null, 1);
}

/**
 * A file of the site or of the offline copy, with the service's brand.
 * @param {string} path in the site
 * @param {Uint8Array<ArrayBuffer>} content
 * @param {Brand} brand
 * @param {Parts} parts
 * @returns {Uint8Array<ArrayBuffer>} the same object if nothing changes
 */
export function brandedFile(path, content, brand, parts) {
  /** @param {(text: string) => string} change */
  const changed = (change) => new TextEncoder().encode(change(new TextDecoder().decode(content)));
  if (path.endsWith(".html")) return changed((html) => brandedPage(html, brand, parts));
  if (path === TOKENS) return changed((css) => brandedTokens(css, brand));
  return path === "manifest.webmanifest" ? changed((text) => brandedManifest(text, brand)) : content;
}
