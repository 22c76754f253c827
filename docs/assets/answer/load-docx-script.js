/** Makes a letter into a Word document, with a script that's loaded when the reader first asks for one. */

import { vendorScript } from "../lib/vendor-script.js";

/** @import { Letter } from "./letter-buttons.js" */
/** @typedef {{wordFile: (letter: Letter) => Promise<Blob>}} WordDocument what `macros/build_steps/letter-to-docx.mjs` exports */

/** @param {Letter} letter @returns {Promise<Blob>} rejects if the script can't be loaded */
export async function wordFile(letter) {
  const { wordFile } = /** @type {WordDocument} */ (await vendorScript("word-document.js", "wordDocument"));
  return wordFile(letter);
}
