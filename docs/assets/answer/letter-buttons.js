/** Above a letter or agreement: buttons to copy, email, share, print and save it, and a list of its blanks. */

import { says } from "../claim/strings.js";
import { button, element, statusLine } from "../lib/dom.js";
import { copyAndTell } from "./copy-status.js";
import { save, saveBlob } from "./downloads.js";
import { printAlone } from "./print-letter.js";
import { wordFile } from "./load-docx-script.js";

/** @typedef {{kind: string, lines: string[], rows: string[][]}} Block a part of a letter, as in `kernel/letters` */
/**
 * @typedef {object} Letter a letter in each form it can be sent in: the reply to `surface: "letter"`
 * @property {string} name of its files
 * @property {"letter" | "agreement" | "statement" | "claim"} called
 * @property {string} subject
 * @property {string} to the customer's email address, if it was typed
 * @property {string} text
 * @property {string} html
 * @property {string} email as a file for a mail program
 * @property {Block[]} blocks
 */

/** In characters. Chrome and Outlook on Windows cut or ignore a mail link longer than about 2,000. */
const LONGEST_LINK = 1900;

const words = says.letter;

/** @typedef {(name: string) => (() => void) | undefined} Way takes the reader to a blank's box, if it has one */

export class LetterButtons {
  #section;
  #get;
  #way;
  #called;
  #told = statusLine();
  #below = element("div", "");
  #blanks = element("p", "blanks");

  /**
   * @param {HTMLElement} section that holds the letter, or will once it's drawn
   * @param {() => Promise<Letter | null>} get asks the engine for the letter
   * @param {Way} way
   */
  constructor(section, get, way) {
    this.#section = section;
    this.#get = get;
    this.#way = way;
    const text = section.matches("[data-called]") ? section : section.querySelector("[data-called]");
    this.#called = text?.getAttribute("data-called") ?? "letter";
    const quiet = [
      button(words.email, () => this.#email()),
      ...("share" in navigator ? [button(words.share, () => this.#share())] : []),
      button(words.print, () => this.#print()),
      button(words.word, () => this.#saveWord()),
      button(words.text, () => this.#save(({ name, text }) => ({ name: `${name}.txt`, type: "text/plain", text }))),
      button(words.emailFile, () => this.#saveEmail()),
    ];
    const main = button(words.copy(this.#called), () => this.#copy(), "md-button md-button--primary");
    this.element = element("section", "letter-buttons added", element("p", "actions", main, ...quiet), this.#told, this.#below, this.#blanks);
    this.element.setAttribute("aria-label", words.name(this.#called));
    this.showBlanks();
  }

  /** Lists the blanks left to fill in, after the letter has been redrawn. */
  showBlanks() {
    const left = this.#left();
    const named = left.map(([name, what]) => this.#named(name, what));
    const listed = named.flatMap((one, place) => (place ? [", ", one] : [one]));
    this.#blanks.replaceChildren(...(listed.length ? [`${words.blanks} `, ...listed, "."] : []));
  }

  /** The blanks by the question that fills them, each with its longest name. @returns {[string, string][]} */
  #left() {
    const found = new Map();
    for (const mark of this.#section.querySelectorAll("mark")) {
      const what = mark.textContent?.slice(1, -1) ?? "";
      const name = mark.dataset.blank ?? what;
      if (what.length > (found.get(name) ?? "").length) found.set(name, what);
    }
    return [...found];
  }

  /** @param {string} name @param {string} what */
  #named(name, what) {
    const go = this.#way(name);
    if (!go) return what;
    const link = element("a", "", what);
    link.href = `#q-${name}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go();
    });
    return link;
  }

  #copy() {
    const coming = this.#get();
    /** @param {"text" | "html"} form */
    const part = async (form) => (await coming)?.[form] ?? "";
    return copyAndTell({ told: this.#told, below: this.#below }, part("text"), { done: this.#done(says.beside.copied), html: part("html") });
  }

  /** What was done, and how many blanks are left in the letter. @param {string} sentence */
  #done(sentence) {
    const { length } = this.#left();
    return length ? `${sentence} ${words.left(this.#called, length)}`.trim() : sentence;
  }

  #print() {
    this.#say(this.#done(""));
    printAlone(this.#section);
  }

  async #saveWord() {
    const letter = await this.#letter();
    if (!letter) return;
    try {
      saveBlob(`${letter.name}.docx`, await wordFile(letter));
      this.#say(this.#done(words.saved));
    } catch {
      this.#say(says.beside.failed);
    }
  }

  async #email() {
    const letter = await this.#letter();
    if (!letter) return;
    const address = mailLink(letter);
    if (address.length > LONGEST_LINK) {
      saveEmail(letter);
      return this.#say(this.#done(words.tooLong(this.#called)));
    }
    const link = element("a", "");
    link.href = address;
    link.click();
    this.#say(this.#done(words.emailOpens));
  }

  async #share() {
    const letter = await this.#letter();
    if (!letter) return;
    try {
      await navigator.share({ title: letter.subject, text: letter.text });
      this.#say(this.#done(""));
    } catch (fault) {
      this.#say(fault instanceof DOMException && fault.name === "AbortError" ? "" : says.beside.failed);
    }
  }

  async #saveEmail() {
    const letter = await this.#letter();
    if (letter) saveEmail(letter);
    if (letter) this.#say(this.#done(words.emailSaved));
  }

  /** @param {(letter: Letter) => import("./downloads.js").Saved} file */
  async #save(file) {
    const letter = await this.#letter();
    if (letter) save(file(letter));
    if (letter) this.#say(this.#done(words.saved));
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
