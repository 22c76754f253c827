/** The “Your claim” page: every answer in words, links to change them, and the calculators that can use them. */

import { controls } from "./claim/controls.js";
import { claim } from "./claim/store.js";
import { says } from "./claim/strings.js";
import { element, linkTo } from "./lib/dom.js";

/** @import { Answer } from "./claim/file.js" */
/** @import { Row } from "./form/values.js" */

/**
 * @typedef {{name: string, question: string, group: string, kind: string, page: string,
 *   options: Record<string, string>, parts: Question[]}} Question
 */
/** @typedef {{page: string, title: string, fields: string[]}} Page */

const words = says.page;
const LOG = "contacts";
const place = /** @type {HTMLElement} */ (document.querySelector(".claim"));
/** @type {{questions: Question[], pages: Page[]}} */
const { questions, pages } = JSON.parse(place.querySelector(".claim-questions")?.textContent ?? "");
const shown = element("div", "claim-answers");

/** @param {Question} question @param {string} value */
function inWords({ kind, options }, value) {
  if (kind === "choice") return Object.hasOwn(options, value) ? (options[value] ?? value) : value;
  if ((kind === "money" || kind === "daily") && /^[\d.,]/.test(value)) return `£${withCommas(value)}`;
  return kind === "percentage" && /\d$/.test(value) ? `${value}%` : value;
}

/** Adds commas between thousands; anything but a plain number stays as it is. @param {string} number */
const withCommas = (number) =>
  /^\d{4,}(\.\d+)?$/.test(number) ? number.replace(/\d(?=(\d{3})+(\.|$))/g, "$&,") : number;

/** @param {Question} question @param {Row} row */
const rowInWords = ({ parts }, row) =>
  parts
    .flatMap((part) => (Object.hasOwn(row, part.name) ? [inWords(part, row[part.name] ?? "")] : []))
    .join(", ");

/** @param {Question} question @param {Answer} answer */
function line(question, { value, from }) {
  const lines = Array.isArray(value) ? value.map((row) => rowInWords(question, row)) : [inWords(question, value)];
  const link = linkTo(`${question.page}/#q-${question.name}`, words.change);
  link.setAttribute("aria-label", `${words.change}: ${question.question}`);
  const told = element("dd", "", ...lines.map((text) => element("span", "", text)));
  if (from) told.append(element("span", "from", words.workedOut(from)));
  told.append(link);
  return element("div", "", element("dt", "", question.question), told);
}

/** @param {string} title @param {HTMLElement[]} lines */
const group = (title, lines) => [element("h2", "", title), element("dl", "figures", ...lines)];

function answers() {
  /** @type {Map<string, HTMLElement[]>} */
  const groups = new Map();
  for (const question of questions) {
    const answer = claim.answers.get(question.name);
    if (!answer || question.name === LOG || answer.kind !== question.kind) continue;
    const lines = groups.get(question.group) ?? [];
    groups.set(question.group, [...lines, line(question, answer)]);
  }
  return [...groups].flatMap(([title, lines]) => group(title || words.other, lines));
}

function log() {
  const entries = claim.answers.get(LOG)?.value;
  if (!Array.isArray(entries) || !entries.length) return [];
  const told = element("p", "", `${words.entries(entries.length)}. `, linkTo("calculators/contact_log/", words.openLog));
  return [element("h2", "", words.log), told];
}

/** Links to the calculators that can use these answers. If nothing is kept on the device, the links carry the answers. */
function onward() {
  const known = questions.filter(({ name, kind }) => claim.answers.has(name) && kind !== "words" && kind !== "rows");
  const useful = pages.filter(({ fields }) => known.some(({ name }) => fields.includes(name)));
  const links = useful.map(({ page, title, fields }) => {
    const taken = new URLSearchParams();
    for (const { name } of claim.kept ? [] : known) {
      const value = claim.answers.get(name)?.value;
      if (fields.includes(name) && typeof value === "string") taken.set(name, value);
    }
    const hash = taken.toString();
    return element("li", "", linkTo(`${page}/${hash && `#${hash}`}`, title));
  });
  return links.length ? [element("h2", "", words.use), element("ul", "onwards", ...links)] : [];
}

function draw() {
  if (!claim.answers.size) return shown.replaceChildren(element("p", "nothing", words.nothing));
  const memory = claim.kept ? [] : [element("p", "note", words.memory)];
  shown.replaceChildren(...memory, ...answers(), ...log(), ...onward());
}

const keeper = { gather: () => new Map(claim.answers), loaded: () => {}, cleared: () => {} };
place.append(controls(keeper, true), shown);
claim.watch(draw);
draw();
