/** What can be done with a letter: copy it, email it, share it, save it as text, print it. Every page with a letter uses these. */

import { says } from "../claim/strings.js";
import { copy } from "../lib/clipboard.js";
import { button, element } from "../lib/dom.js";
import { save } from "./downloads.js";

/** @import { Saved } from "./downloads.js" */

const words = says.letter;

/**
 * The buttons of a letter, with a line that says what they did.
 * @param {() => Promise<Saved | undefined>} letter makes it as text
 * @param {HTMLElement} told where to say it
 * @param {(text: string) => void} byHand offers a text that the browser doesn't let us copy
 */
export function letterActions(letter, told, byHand) {
  /** @param {(letter: Saved) => void | Promise<void>} act */
  const withLetter = (act) => async () => {
    told.replaceChildren(says.beside.working);
    const made = await letter();
    told.replaceChildren(made ? "" : says.beside.failed);
    if (made) await act(made);
  };
  const share = typeof navigator.share === "function" ? [button(words.share, withLetter(shareIt))] : [];
  return [
    button(words.copy, () => copyIt(letter, told, byHand)),
    button(words.email, withLetter(emailIt)),
    ...share,
    button(words.save, withLetter(save)),
    button(words.print, printIt),
  ];
}

/** Copies a text that may still be on its way: a browser allows it only while it handles the press. */
/** @param {() => Promise<Saved | undefined>} letter @param {HTMLElement} told @param {(text: string) => void} byHand */
async function copyIt(letter, told, byHand) {
  told.replaceChildren(says.beside.working);
  const failed = await copy(letter().then((made) => made?.text ?? ""));
  if (failed) byHand(failed);
  else told.replaceChildren(failed === undefined ? says.beside.copied : says.beside.failed);
}

/** @param {Saved} letter */
function emailIt({ text }) {
  const link = element("a", "");
  link.href = `mailto:?subject=${encodeURIComponent(subjectOf(text))}&body=${encodeURIComponent(text)}`;
  link.click();
}

/** @param {Saved} letter */
const shareIt = ({ text }) => navigator.share({ title: subjectOf(text), text }).catch(() => {}); // or the reader changed their mind

/** The line under the greeting says what a letter is about. @param {string} text */
function subjectOf(text) {
  const paragraphs = text.split("\n\n");
  return (paragraphs[paragraphs.findIndex((one) => one.startsWith("Dear ")) + 1] ?? "").trim();
}

function printIt() {
  document.documentElement.dataset.print = "letter";
  print();
  delete document.documentElement.dataset.print;
}
