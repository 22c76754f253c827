/** The brand builder: a form, a preview, and copies of the site with an advice service's own name, logo and colours. */

import { addCopyButtons, showText } from "./advisers/copy-buttons.js";
import { saveBlob } from "./answer/downloads.js";
import { hostArchive, NotMade, offlineCopy, fileName } from "./brand/branded-copies.js";
import { readLogo } from "./brand/logo.js";
import { partsOfPage } from "./brand/pages.js";
import { Preview } from "./brand/preview.js";
import { settings } from "./brand/settings.js";
import { words } from "./brand/strings.js";
import { faint, isHex, ours, palette, rulesOfPage, SCHEMES } from "./embed/colour-contrast.js";
import { showError } from "./form/errors.js";
import { Progress } from "./table/progress.js";

/** @import { Brand, Logo } from "./brand/pages.js" */
/** @import { Palette } from "./embed/colour-contrast.js" */

const PAUSE = 200; // milliseconds without typing before the preview is updated
const CONTACT = /** @type {const} */ (["name", "phone", "email", "url", "hours"]);

const place = /** @type {HTMLElement} */ (document.getElementById("brand-builder"));
const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
const frame = /** @type {HTMLIFrameElement} */ (place.querySelector("iframe"));
const warning = /** @type {HTMLElement} */ (document.getElementById("brand-faint"));
const status = /** @type {HTMLElement} */ (document.getElementById("brand-status"));
/** @type {NodeListOf<HTMLInputElement>} */
const colours = form.querySelectorAll("[data-attribute]");
const parts = partsOfPage();
const preview = new Preview(frame, parts);
const progress = new Progress();
/** @type {Logo | undefined} */
let logo;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** @param {string} name */
const box = (name) => /** @type {HTMLInputElement} */ (document.getElementById(`brand-${name}`));
/** @param {string} name */
const typed = (name) => box(name).value.trim();
/** @param {HTMLElement} part @param {string} sentence */
const tell = (part, sentence) => showError(/** @type {HTMLElement} */ (part.closest(".question")), sentence);

/** The chosen colours, for light and for dark. @returns {[Palette, Palette]} */
function chosen() {
  const named = ["", "-dark"].map((end) =>
    Object.fromEntries(
      [...colours]
        .filter(({ dataset }) => (dataset.attribute ?? "").endsWith("-dark") === (end === "-dark"))
        .map(({ dataset, value }) => [(dataset.attribute ?? "").replace("-dark", ""), value.trim().toLowerCase()])
        .filter(([, colour]) => isHex(colour ?? "")),
    ),
  );
  return /** @type {[Palette, Palette]} */ (named);
}

/** @returns {Brand} */
function brand() {
  const rules = rulesOfPage();
  const found = chosen();
  const all = /** @type {[Palette, Palette]} */ (found.map((one, scheme) => palette(rules, ours(rules, scheme), one)));
  const isColoured = found.some((one) => Object.keys(one).length > 0);
  const contact = Object.fromEntries(CONTACT.map((name) => [name, typed(`contact-${name}`)]));
  return {
    name: typed("name") || parts.name,
    contact: /** @type {Brand["contact"]} */ (contact),
    opening: typed("opening"),
    ...(logo ? { logo } : {}),
    ...(isColoured ? { colours: all } : {}),
  };
}

/**
 * Shows errors beside boxes, and says if there are any.
 * @param {Brand} made
 * @param {boolean} [asks] whether the reader has asked for a copy
 */
function hasFaults(made, asks) {
  const url = box("contact-url");
  const isWhole = !url.value.trim() || /^https?:\/\/[^/?#\s]+[^?#\s]*$/.test(url.value.trim());
  tell(url, isWhole ? "" : words.notWhole);
  const isNamed = Boolean(typed("name"));
  if (asks || isNamed) tell(box("name"), isNamed ? "" : words.nameMissing);
  const unread = [...colours].filter(({ value }) => value.trim() && !isHex(value.trim())).map(({ value }) => words.notHex(value));
  const rules = rulesOfPage();
  const pairs = SCHEMES.flatMap((scheme, number) => {
    const [first] = made.colours ? faint(rules, made.colours[number] ?? {}) : [];
    return first ? [words.faint(scheme, first)] : [];
  });
  warning.textContent = [...unread, ...pairs].join(" ");
  warning.hidden = !warning.textContent;
  const hasWrongLogo = !document.getElementById("brand-logo-error")?.hidden;
  return !isWhole || !isNamed || !warning.hidden || hasWrongLogo;
}

function show() {
  const made = brand();
  hasFaults(made);
  preview.show(made, box("scheme").value);
  showText("brand-yaml", settings({ ...made, name: typed("name") }, chosen()));
}

async function chooseLogo() {
  const [file] = box("logo").files ?? [];
  const read = file && (await readLogo(file));
  logo = read && "logo" in read ? read.logo : undefined;
  tell(box("logo"), read && "fault" in read ? read.fault : "");
  show();
}

/** @param {typeof hostArchive} make @param {string} ending */
async function take(make, ending) {
  const made = brand();
  if (!globalThis.crypto?.subtle) return say(words.needsHttps);
  if (hasFaults(made, true)) {
    say(words.check);
    const error = /** @type {HTMLElement | null} */ (form.querySelector(".error:not([hidden])"));
    return /** @type {HTMLElement | null | undefined} */ ((error?.closest(".question") ?? warning.closest("details"))?.querySelector("input, summary"))?.focus();
  }
  say("");
  const stop = new AbortController();
  progress.element.querySelector("button")?.addEventListener("click", () => stop.abort(), { signal: stop.signal });
  /** @param {"bringing" | "packing"} stage @param {number} done @param {number} total */
  const tellProgress = (stage, done, total) => {
    if (!progress.stopped) progress.show(done, total, words[stage]);
  };
  for (const button of buttons) button.disabled = true;
  progress.stopped = false;
  progress.show(0, 1, () => words.bringing(0, 0));
  try {
    const file = `${fileName(made.name)}${ending}.zip`;
    const archive = await make({ brand: made, parts, signal: stop.signal, progress: tellProgress });
    saveBlob(file, archive);
    say(words.made(file, archive.size));
  } catch (fault) {
    say(progress.stopped ? words.cancelled : fault instanceof NotMade ? words[fault.reason] : words.failed);
  } finally {
    for (const button of buttons) button.disabled = false;
    progress.hide();
    stop.abort();
    if (document.activeElement === document.body) status.focus();
  }
}

/** @param {string} sentence */
function say(sentence) {
  status.textContent = sentence;
}

const buttons = [box("offline"), box("host")];
if (location.protocol === "file:") {
  place.classList.add("only-online");
} else {
  status.before(progress.element);
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(show, PAUSE);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  box("logo").addEventListener("change", chooseLogo);
  box("scheme").addEventListener("change", show);
  box("offline").addEventListener("click", () => take(offlineCopy, "-offline"));
  box("host").addEventListener("click", () => take(hostArchive, "-site"));
  addEventListener("pageshow", show);
  addCopyButtons(place);
  if (box("logo").files?.length) chooseLogo();
  else show();
}
