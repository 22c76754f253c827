/** Saves the letters made from a table as one zip file. */

import { saveBlob } from "../answer/downloads.js";
import { wordFile } from "../answer/load-docx-script.js";
import { EngineRequest } from "../engine/request.js";
import { outlinedButton, statusLine } from "../lib/dom.js";
import { today } from "../lib/today.js";
import { spreadsheet } from "./load-spreadsheet-script.js";
import { Progress } from "./progress.js";
import { runParts } from "./run-parts.js";
import { words } from "./strings.js";

/** @import { Engine } from "../engine/engine.js" */
/** @import { Made } from "../engine/request.js" */
/** @import { Letter } from "../answer/letter-buttons.js" */
/** @typedef {{customer: string, calculator: string, values: Record<string, string>}} LetterFor */
/** @typedef {(surface: string) => Promise<Made | null>} More */

const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu;

/**
 * Adds the button that saves the letters to each answer of a calculator.
 * @param {HTMLElement} place
 * @param {Engine} engine
 */
export function offerLetters(place, engine) {
  const told = statusLine();
  const progress = new Progress();
  const engineRequest = new EngineRequest(engine);
  place.addEventListener("answered", (event) => {
    const more = /** @type {More} */ (/** @type {CustomEvent} */ (event).detail.more);
    told.replaceChildren();
    const files = place.querySelector(".answer > .downloads");
    const make = async () => told.replaceChildren(await saveLetters(more, engineRequest, progress).catch(() => words.notSaved));
    files?.append(outlinedButton(words.letters, make));
    files?.after(addedToAnswer(progress.element), addedToAnswer(told));
  });
}

/** @template {HTMLElement} T @param {T} part @returns {T} */
function addedToAnswer(part) {
  part.classList.add("added");
  return part;
}

/** @param {More} more @param {EngineRequest} engineRequest @param {Progress} progress */
async function saveLetters(more, engineRequest, progress) {
  const letters = /** @type {LetterFor[] | undefined} */ ((await more("letters"))?.letters);
  if (!letters) return words.notSaved;
  if (!letters.length) return words.noLetters;
  const run = await runParts({
    engineRequest, parts: letters, progress, say: words.lettersDone, size: () => 1,
    request: ({ calculator, values }) => ({ calculator, values, surface: "letter", today: today() }),
  });
  if (!("made" in run)) return "stopped" in run ? words.cancelled : words.notSaved;
  const files = await Promise.all(run.made.map((reply, place) => filesOf(/** @type {Letter} */ (reply.letter), nameOf(letters, place))));
  saveBlob("letters.zip", await (await spreadsheet()).zip(files.flat()));
  return words.saved(letters.length);
}

/**
 * The file name of a letter: its number, the customer and the kind of letter.
 * @param {LetterFor[]} letters
 * @param {number} place
 */
function nameOf(letters, place) {
  const number = String(place + 1).padStart(String(letters.length).length, "0");
  const { customer = "", calculator = "" } = letters[place] ?? {};
  return `${number} ${customer.replace(NOT_IN_NAMES, " ").trim()}, ${calculator.replaceAll("_", " ")}`;
}

/** @param {Letter} letter @param {string} name @returns {Promise<[string, string | Uint8Array][]>} */
async function filesOf(letter, name) {
  const word = await wordFile(letter);
  return [
    [`${name}.txt`, letter.text],
    [`${name}.docx`, new Uint8Array(await word.arrayBuffer())],
  ];
}
