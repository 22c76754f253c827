/** The embed builder: the HTML to paste into another site, and a preview of it. */

/** @import { Palette } from "./embed/colour-contrast.js" */

import { addCopyButtons, showText } from "./advisers/copy-buttons.js";
import { words } from "./advisers/strings.js";
import { faint, isHex, ours, palette, rulesOfPage, SCHEMES } from "./embed/colour-contrast.js";

import { SITE } from "./lib/site.js";

const place = /** @type {HTMLElement} */ (document.getElementById("embed-builder"));
const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
const preview = /** @type {HTMLElement} */ (place.querySelector(".preview"));
const warning = /** @type {HTMLElement} */ (document.getElementById("embed-faint"));
const heard = /** @type {HTMLElement} */ (document.getElementById("embed-heard"));

/** @param {string} name */
const box = (name) => /** @type {HTMLInputElement} */ (document.getElementById(`embed-${name}`));

/** @type {NodeListOf<HTMLInputElement>} */
const colours = form.querySelectorAll("[data-attribute]");

function build() {
  const tool = /** @type {HTMLSelectElement} */ (document.getElementById("embed-tool"));
  const chosen = /** @type {HTMLOptionElement} */ (tool.selectedOptions[0]);
  const link = new URL(chosen.dataset.page ?? "", SITE).href;
  const script = `<script src="${new URL("assets/embed.js", SITE).href}" async></script>`;
  const attributes = Object.entries(asked(tool.value)).map(([name, value]) => (value ? `${name}="${escaped(value)}"` : name));
  const inside = `<a href="${link}">${escaped(chosen.label)}</a>`;
  showText("embed-lines", `${script}\n<unpaid-invoice ${attributes.join(" ")}>\n  ${inside}\n</unpaid-invoice>`);
  show(asked(tool.value), link, chosen.label);
  warn();
}

/**
 * The attributes of the element, leaving out empty ones.
 * @param {string} tool
 */
function asked(tool) {
  const answers = box("answers").value.trim();
  const known = {
    tool,
    answers: answers.slice(answers.indexOf("#") + 1),
    scheme: box("scheme").value,
    ...Object.fromEntries([...colours].map(({ dataset, value }) => [dataset.attribute ?? "", value.trim()])),
  };
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value));
  return box("send").checked ? { ...given, send: "" } : given;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Shows the element itself in the preview.
 * @param {Record<string, string>} attributes
 * @param {string} address
 * @param {string} title
 */
function show(attributes, address, title) {
  const made = document.createElement("unpaid-invoice");
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  const link = document.createElement("a");
  link.href = address;
  link.textContent = title;
  made.append(link);
  preview.replaceChildren(made);
  heard.textContent = "";
}

function warn() {
  const rules = rulesOfPage();
  const unread = [...colours].filter(({ value }) => value.trim() && !isHex(value.trim()));
  const pairs = SCHEMES.flatMap((scheme, number) => {
    const [first] = faint(rules, palette(rules, ours(rules, number), chosenFor(number === 0 ? "" : "-dark")));
    return first ? [words.faint(scheme, first)] : [];
  });
  const said = [...unread.map(({ value }) => words.notHex(value)), ...pairs];
  warning.textContent = said.join(" ");
  warning.hidden = !said.length;
}

/** @param {string} end @returns {Palette} */
function chosenFor(end) {
  const named = [...colours]
    .filter(({ dataset }) => (dataset.attribute ?? "").endsWith("-dark") === (end === "-dark"))
    .map(({ dataset, value }) => [(dataset.attribute ?? "").replace("-dark", ""), value.trim().toLowerCase()]);
  return Object.fromEntries(named.filter(([, colour]) => isHex(colour ?? "")));
}

form.addEventListener("change", build);
form.addEventListener("submit", (event) => event.preventDefault());
preview.addEventListener("answer", (event) => {
  const { tool, answers } = /** @type {CustomEvent} */ (event).detail;
  heard.textContent = words.heard(tool, answers);
});
addCopyButtons(place);
build();
