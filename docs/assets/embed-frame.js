/**
 * A calculator or checklist in a frame on another site. It sends the host page its height and, if the host asked for it
 * and the reader presses the button, the answer. It doesn't listen for messages.
 */

/** @import { Palette } from "./embed/colour-contrast.js" */
/** @import { Made } from "./engine/request.js" */
/** @import { Row, Values } from "./form/values.js" */

import { CHOSEN, faint, isHex, ours, palette, rulesOfPage, SCHEMES } from "./embed/colour-contrast.js";
import { words } from "./embed-frame/strings.js";
import { isShareable } from "./navigation/answers-in-links.js";

const told = new URLSearchParams(location.hash.slice(1));
const host = originOf(told.get("frame.host") ?? "");
const framed = parent !== window;

/** The text if it is an origin and nothing more, else an empty string. @param {string} written */
function originOf(written) {
  const origin = URL.canParse(written) ? new URL(written).origin : "";
  return origin === written && origin !== "null" ? origin : "";
}

// Colours

const scheme = told.get("frame.scheme") ?? "";
if (SCHEMES.some((one) => one === scheme)) document.documentElement.style.colorScheme = scheme;
takeColours();

/** Applies the colours chosen for each scheme, unless they would make any text hard to read. */
function takeColours() {
  const rules = rulesOfPage();
  const [light = {}, dark = {}] = SCHEMES.map((scheme, number) => {
    const base = ours(rules, number);
    const chosen = chosenFor(number === 0 ? "" : "-dark");
    const made = palette(rules, base, chosen);
    const [first] = faint(rules, made);
    if (first) console.warn(words.faint(scheme, first));
    return first ? base : made;
  });
  if (![...told.keys()].some((name) => isColour(name))) return;
  for (const [name, colour] of Object.entries(light)) {
    document.documentElement.style.setProperty(`--${name}`, `light-dark(${colour}, ${dark[name]})`);
  }
}

/** @param {string} name */
function isColour(name) {
  return CHOSEN.some((one) => name === `frame.${one}` || name === `frame.${one}-dark`);
}

/** @param {string} end @returns {Palette} */
function chosenFor(end) {
  const named = CHOSEN.map((name) => [name, told.get(`frame.${name}${end}`) ?? ""]);
  return Object.fromEntries(named.filter(([, colour]) => isHex(colour ?? "")));
}

// Messages to the host page

const page = /** @type {HTMLElement} */ (document.querySelector(".bare"));
const tool = page.dataset.embed ?? "";

/** @param {string} type @param {object} said @param {string} to */
const say = (type, said, to) => parent.postMessage({ type: `unpaid-invoice:${type}`, tool, ...said }, to);

if (framed) {
  new ResizeObserver(() => say("height", { height: page.getBoundingClientRect().height }, host || "*")).observe(page);
}

const send = /** @type {HTMLElement | null} */ (page.querySelector(".send"));
if (send && framed && host && told.get("frame.send") === "yes") offerToSend(send);

/**
 * Shows the button once there is an answer, with the name of the host and the answers it would get.
 * @param {HTMLElement} place
 */
function offerToSend(place) {
  const calculator = /** @type {HTMLElement} */ (page.querySelector(".calculator"));
  const button = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
  const status = /** @type {HTMLElement} */ (place.querySelector(".status"));
  const list = /** @type {HTMLElement} */ (place.querySelector(".send-answers"));
  /** @type {Values} */
  let answers = {};
  /** @type {() => Promise<Made | null>} */
  let work = async () => null;
  place.querySelector(".send-host")?.replaceChildren(new URL(host).host);
  calculator.addEventListener("input", () => (place.hidden = true));
  calculator.addEventListener("answered", (event) => {
    const { values, more } = /** @type {CustomEvent} */ (event).detail;
    answers = allowed(calculator, values);
    work = more;
    list.replaceChildren(...Object.entries(answers).map(([name, value]) => line(name, value)));
    status.textContent = "";
    place.hidden = false;
  });
  button.addEventListener("click", async () => {
    const sent = answers;
    const made = await work();
    if (made) say("answer", { answers: sent, result: made.result }, host);
    status.textContent = made ? words.sent(new URL(host).host) : words.notSent;
  });
}

/**
 * The answers, leaving out free text.
 * @param {HTMLElement} calculator
 * @param {Values} values
 * @returns {Values}
 */
function allowed(calculator, values) {
  /** @param {string} name @param {Row} row */
  const part = (name, row) => Object.fromEntries(Object.entries(row).filter(([key]) => isShareable(calculator, `${name}.1.${key}`)));
  const kept = Object.entries(values).flatMap(([name, value]) => {
    if (Array.isArray(value)) return [[name, value.map((row) => part(name, row))]];
    return isShareable(calculator, name) ? [[name, value]] : [];
  });
  return Object.fromEntries(kept);
}

/** @param {string} name @param {string | Row[]} value */
function line(name, value) {
  const made = document.createElement("div");
  const term = document.createElement("dt");
  const said = document.createElement("dd");
  const question = page.querySelector(`[data-field="${CSS.escape(name)}"]`);
  term.textContent = question?.querySelector("legend, label")?.textContent ?? name;
  said.textContent = Array.isArray(value) ? words.rows(value) : readable(question, value);
  made.append(term, said);
  return made;
}

/** The label of a choice, or the text typed. @param {Element | null} question @param {string} value */
function readable(question, value) {
  const box = question?.querySelector(`[value="${CSS.escape(value)}"]`);
  if (box instanceof HTMLOptionElement) return box.label;
  if (box instanceof HTMLInputElement && box.type === "radio") return box.closest("label")?.textContent?.trim() ?? value;
  return value;
}
