/** A letter as a Word document, made by a script that is loaded when the reader first asks for one. */

import { SITE } from "../lib/site.js";

/** @import { Letter } from "./letter-buttons.js" */
/** @typedef {{wordFile: (letter: Letter) => Promise<Blob>}} WordDocument what `macros/build_steps/letter-to-docx.mjs` exports */

const SCRIPT = new URL("assets/vendor/word-document.js", SITE).href;

/** @type {Promise<WordDocument> | undefined} */
let coming;

/** A classic script, since a page opened from a folder can't import a module. @returns {Promise<WordDocument>} */
function loaded() {
  coming ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = SCRIPT;
    script.addEventListener("load", () => resolve(/** @type {any} */ (globalThis).wordDocument));
    script.addEventListener("error", () => {
      coming = undefined;
      script.remove();
      reject(new Error(`${SCRIPT} didn't load`));
    });
    document.head.append(script);
  });
  return coming;
}

/** @param {Letter} letter @returns {Promise<Blob>} rejects where the script can't be loaded */
export const wordFile = async (letter) => (await loaded()).wordFile(letter);
