/** The buttons above a letter or agreement: copy it, email it, share it, print it, save it as a file. */

import { says } from "../claim/strings.js";
import { button, element, statusLine } from "../lib/dom.js";
import { copyAndTell } from "./copy-status.js";
import { save } from "./downloads.js";
import { printAlone } from "./print-letter.js";

/** @typedef {{kind: string, lines: string[], rows: string[][]}} Block a piece of a letter, as `kernel/letters` has it */
/**
 * @typedef {object} Letter a letter in every form in which it can be sent: what `surface: "letter"` replies
 * @property {string} name of its files
 * @property {"letter" | "agreement" | "statement"} called
 * @property {string} subject
 * @property {string} to the customer's email address, if it was typed
 * @property {string} text
 * @property {string} html
 * @property {string} email as a file for a mail program
 * @property {Block[]} blocks
 */

/** A longer mail link is cut or ignored by Chrome and Outlook on Windows, which take about 2,000 characters. */
const LONGEST_LINK = 1900;

const words = says.letter;

class LetterButtons {
  #section;
  #get;
  #called;
  #told = statusLine();
  #below = element("div", "");

  /** @param {HTMLElement} section @param {() => Promise<Letter | null>} get */
  constructor(section, get) {
    this.#section = section;
    this.#get = get;
    this.#called = section.dataset.called ?? "letter";
    const quiet = [
      button(words.email, () => this.#email()),
      ...("share" in navigator ? [button(words.share, () => this.#share())] : []),
      button(words.print, () => printAlone(this.#section)),
      button(words.text, () => this.#save(({ name, text }) => ({ name: `${name}.txt`, type: "text/plain", text }))),
      button(words.emailFile, () => this.#saveEmail()),
    ];
    const main = button(words.copy(this.#called), () => this.#copy(), "md-button md-button--primary");
    this.element = element("section", "letter-buttons added", element("p", "actions", main, ...quiet), this.#told, this.#below);
    this.element.setAttribute("aria-label", words.name(this.#called));
  }

  #copy() {
    const coming = this.#get();
    /** @param {"text" | "html"} form */
    const part = async (form) => (await coming)?.[form] ?? "";
    return copyAndTell({ told: this.#told, below: this.#below }, part("text"), { html: part("html") });
  }

  async #email() {
    const letter = await this.#letter();
    if (!letter) return;
    const address = mailLink(letter);
    if (address.length > LONGEST_LINK) {
      saveEmail(letter);
      return this.#say(words.tooLong(this.#called));
    }
    const link = element("a", "");
    link.href = address;
    link.click();
    this.#say(words.emailOpens);
  }

  async #share() {
    const letter = await this.#letter();
    if (!letter) return;
    try {
      await navigator.share({ title: letter.subject, text: letter.text });
      this.#say("");
    } catch (fault) {
      this.#say(fault instanceof DOMException && fault.name === "AbortError" ? "" : says.beside.failed);
    }
  }

  async #saveEmail() {
    const letter = await this.#letter();
    if (letter) saveEmail(letter);
    if (letter) this.#say(words.emailSaved);
  }

  /** @param {(letter: Letter) => import("./downloads.js").Saved} file */
  async #save(file) {
    const letter = await this.#letter();
    if (letter) save(file(letter));
    if (letter) this.#say(words.saved);
  }

  async #letter() {
    this.#below.replaceChildren();
    this.#say(says.beside.working);
    const letter = await this.#get();
    if (!letter) this.#say(says.beside.failed);
    return letter;
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#told.replaceChildren(sentence);
  }
}

/** @param {Letter} letter */
const saveEmail = ({ name, email }) => save({ name: `${name}.eml`, type: "message/rfc822", text: email });

/** A link that opens a message in the reader's mail program (RFC 6068). @param {Letter} letter */
function mailLink({ to, subject, text }) {
  const [at, about, body] = [to, subject, text.replaceAll("\n", "\r\n")].map(encodeURIComponent);
  return `mailto:${at?.replace("%40", "@")}?subject=${about}&body=${body}`;
}

/**
 * The buttons to put above a letter, with a line that says what they did.
 * @param {HTMLElement} section the `section.text` that holds the letter
 * @param {() => Promise<Letter | null>} get asks the engine for the letter
 */
export const letterButtons = (section, get) => new LetterButtons(section, get).element;
