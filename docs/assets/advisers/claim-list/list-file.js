/** The file format of a list: a file that holds claim files, each identified by a mark among its answers. */

import { MOST_BYTES as MOST_OF_A_CLAIM, read as readClaim } from "../../claim/file.js";

/** @import { Answer, Answers } from "../../claim/file.js" */
/** @import { Row } from "../../form/values.js" */

/** @typedef {Record<string, unknown>} Part */
/** @typedef {Part & {answers: Part}} ClaimFile the same as in a file of one claim */
/** @typedef {{id: string, file: ClaimFile}} Entry */
/** @typedef {"big" | "broken" | "other" | "empty" | "many" | {version: string}} Fault */

export const MOST_CLAIMS = 1000;
const MOST_BYTES = 20_000_000;
const CLAIM = "unpaid-invoice-claim";
const LIST = "unpaid-invoice-claims";
const VERSION = 1;
/** The answer that identifies a claim in its list. It stays with the claim wherever it's saved. */
export const MARK = "listed_as";
const IS_MARK = /^[0-9a-f]{16}$/;

/** @param {Entry[]} entries */
export function write(entries) {
  const written = { format: LIST, version: VERSION, claims: entries.map(({ file }) => file) };
  return `${JSON.stringify(written, null, 1)}\n`;
}

/** @param {Entry} entry */
export const writeOne = ({ file }) => `${JSON.stringify(file, null, 1)}\n`;

/**
 * Reads the file of a list or one claim, or says what's wrong with it. Leaves out claims it can't read and counts them.
 * @param {string} text
 * @returns {{entries: Entry[], leftOut: number} | {fault: Fault}}
 */
export function read(text) {
  if (text.length > MOST_BYTES) return { fault: "big" };
  const held = parsed(text);
  if (held === undefined) return { fault: "broken" };
  if (!isRecord(held) || (held.format !== LIST && held.format !== CLAIM)) return { fault: "other" };
  if (held.version !== VERSION) return { fault: { version: String(held.version).slice(0, 20) } };
  const claims = held.format === CLAIM ? [held] : held.claims;
  if (!Array.isArray(claims)) return { fault: "broken" };
  if (claims.length > MOST_CLAIMS) return { fault: "many" };
  const files = claims.filter(isClaim);
  return files.length ? { entries: marked(files), leftOut: claims.length - files.length } : { fault: claims.length ? "broken" : "empty" };
}

/** The content of an entry, without its mark. @param {Entry} entry */
export function contentOf({ file }) {
  const { [MARK]: _, ...answers } = file.answers;
  return JSON.stringify({ ...file, answers });
}

/**
 * An entry from a claim's answers. It keeps the mark it had, or gets a new one; the rest of the file stays as it was.
 * @param {Answers} answers
 * @param {Entry} [before]
 * @returns {Entry}
 */
export function entryOf(answers, before) {
  const id = before?.id ?? markOf(Object.fromEntries(answers)) ?? newMark();
  const { claim: _, ...rest } = /** @type {Part} */ (before?.file ?? { format: CLAIM, version: VERSION });
  return { id, file: { ...rest, answers: { ...Object.fromEntries(answers), ...mark(id) } } };
}

/**
 * The answers of an entry, in the form that pages keep. Those under `claim`, which advisers write, replace the others.
 * @param {Entry} entry
 * @param {Record<string, string>} kinds the kind of each question
 * @returns {Answers}
 */
export function answersOf({ file }, kinds) {
  const { claim, answers } = file;
  const typed = Object.entries(isRecord(claim) ? claim : {}).map(([name, value]) => [name, { kind: kinds[name], value: asTyped(value) }]);
  const read = readClaim(JSON.stringify({ format: CLAIM, version: VERSION, answers: { ...answers, ...Object.fromEntries(typed) } }));
  return "fault" in read ? new Map() : read.answers;
}

/** A JSON value as a reader would type it. @param {unknown} value @returns {string | Row[]} */
function asTyped(value) {
  if (Array.isArray(value)) return value.filter(isRecord).map((row) => Object.fromEntries(Object.entries(row).map(([part, cell]) => [part, inWords(cell)])));
  return inWords(value);
}

/** @param {unknown} value */
const inWords = (value) => (typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? ""));

/** The entries, each with a different mark. @param {ClaimFile[]} files @returns {Entry[]} */
function marked(files) {
  /** @type {Set<string>} */
  const taken = new Set();
  return files.map((file) => {
    const before = markOf(file.answers);
    const id = before && !taken.has(before) ? before : newMark();
    taken.add(id);
    return { id, file: { ...file, answers: { ...file.answers, ...mark(id) } } };
  });
}

/** @param {unknown} answers */
function markOf(answers) {
  const entry = isRecord(answers) ? answers[MARK] : undefined;
  const value = isRecord(entry) ? entry.value : undefined;
  return typeof value === "string" && IS_MARK.test(value) ? value : undefined;
}

/** @param {string} id @returns {Record<string, Answer>} */
const mark = (id) => ({ [MARK]: { value: id, kind: "words" } });

function newMark() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(8))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {unknown} file @returns {file is ClaimFile} */
function isClaim(file) {
  if (!isRecord(file) || file.format !== CLAIM || file.version !== VERSION) return false;
  if (!isRecord(file.answers) && !isRecord(file.claim)) return false;
  return lengthOf(file) <= MOST_OF_A_CLAIM;
}

/** The length of a file as text; infinite if it's nested too deeply to write. @param {object} file */
function lengthOf(file) {
  try {
    return JSON.stringify(file).length;
  } catch {
    return Infinity;
  }
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

/** @param {unknown} value @returns {value is Part} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
