/** The controls below a form: keep the claim on this device, save it to a file, load a file, clear everything. */

import { save } from "../answer/downloads.js";
import { button, element, fileButton, linkTo, statusLine } from "../lib/dom.js";
import { pageSignal } from "../navigation/page-signal.js";
import { MOST_BYTES, read, write } from "./file.js";
import { claim } from "./store.js";
import { says } from "./strings.js";

/** @import { Answers, Fault } from "./file.js" */
/** @import { News } from "./store.js" */

/**
 * @typedef {object} Keeper the page around the controls
 * @property {() => Answers} gather the answers on the page, to keep and to save
 * @property {(answers: Answers) => void} loaded fills in the answers from a file
 * @property {() => void} cleared clears the page
 */

/** @param {Keeper} keeper @param {boolean} here whether this is the “Your claim” page */
export function controls(keeper, here) {
  const box = element("input", "");
  box.type = "checkbox";
  const told = statusLine();
  const sure = element("div", "sure");
  const actions = element("div", "actions");
  const place = element("section", "keep", element("label", "choice", box, ` ${says.keep}`));
  place.setAttribute("aria-label", says.title);

  /** @param {(string | Node)[]} sentence */
  const say = (...sentence) => told.replaceChildren(...sentence);

  box.addEventListener("change", () => (box.checked ? keepAll() : claim.stop()));
  const keepAll = () => {
    claim.put(keeper.gather());
    claim.keep();
  };

  /** @param {File} file */
  const load = async (file) => {
    const found = file.size > MOST_BYTES ? { fault: /** @type {const} */ ("big") } : read(await text(file));
    if ("fault" in found) return say(whyNot(found.fault));
    keeper.loaded(found.answers);
    claim.put(found.answers);
    say(found.leftOut ? says.file.leftOut(found.leftOut) : says.file.loaded);
  };

  const saveAll = () => {
    const answers = new Map([...claim.answers, ...keeper.gather()]);
    if (!answers.size) return say(says.nothingToSave);
    save({ name: "my-claim.json", type: "application/json", text: write(answers) });
    say(says.saved);
  };

  const ask = () => {
    const warning = element("p", "", says.clearSure);
    warning.id = "clear-warning";
    const choices = [button(says.clearYes, clearAll, "plain wrong"), button(says.clearNo, () => leaveIt())];
    for (const choice of choices) choice.setAttribute("aria-describedby", warning.id);
    sure.replaceChildren(warning, ...choices);
    /** @type {HTMLElement | null} */ (sure.querySelector("button:last-of-type"))?.focus(); // not the one that clears
  };
  const leaveIt = () => {
    sure.replaceChildren();
    clear.focus();
  };
  const clearAll = () => {
    leaveIt();
    const done = claim.clear();
    keeper.cleared();
    say(done ? says.cleared : says.clearFailed);
  };

  const clear = button(says.clear, ask);
  actions.append(button(says.save, saveAll), ...fileButton(says.load, ".json,application/json", load), clear);
  if (!here) actions.append(linkTo("your-claim/", says.see));
  place.append(element("p", "hint", says.keepHint), actions, sure, told);
  for (const type of ["input", "change"]) place.addEventListener(type, (event) => event.stopPropagation());

  /** @param {News} news */
  const show = ({ what, elsewhere }) => {
    box.checked = claim.kept;
    const sentence = sentenceOn(what, elsewhere);
    if (sentence) say(sentence);
  };
  const signal = pageSignal();
  claim.watch(show, signal);
  box.checked = claim.kept;
  if (claim.trouble) say(says[claim.trouble]);
  addEventListener("pageshow", () => (box.checked = claim.kept), { signal });
  return place;
}

/** @param {News["what"]} what @param {boolean} elsewhere */
function sentenceOn(what, elsewhere) {
  if (what === "trouble") return claim.trouble ? says[claim.trouble] : "";
  if (what === "keeping") return elsewhere ? says.keptElsewhere : says.kept;
  if (what === "stopped") return says.notKept;
  return what === "cleared" && elsewhere ? says.clearedElsewhere : "";
}

/** @param {File} file @returns {Promise<string>} */
const text = (file) => file.text().catch(() => "");

/** @param {Fault} fault */
const whyNot = (fault) => (typeof fault === "object" ? says.file.version(fault.version) : says.file[fault]);
