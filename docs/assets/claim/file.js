/** The format of a claim file: writes a claim as JSON, and validates a file as it reads it. */

/** @import { Row } from "../form/values.js" */

/**
 * @typedef {{value: string | Row[], kind: string, from?: string}} Answer with the kind of its question
 *   and, if the reader didn't type it, the calculator that worked it out
 */
/** @typedef {Map<string, Answer>} Answers by the name of their question */
/** @typedef {{answers: Answers, leftOut: number}} Read */
/** @typedef {"big" | "broken" | "other" | "empty" | {version: string}} Fault */

export const MOST_BYTES = 1_000_000;
const FORMAT = "unpaid-invoice-claim";
const VERSION = 1;
const MOST_ANSWERS = 500;
const MOST_ROWS = 500;
const MOST_CHARACTERS = 2000;
const NAME = /^[a-z][a-z0-9_]{0,59}$/;

/** @param {Answers} answers */
export function write(answers) {
  const written = { format: FORMAT, version: VERSION, answers: Object.fromEntries(answers) };
  return `${JSON.stringify(written, null, 1)}\n`;
}

/**
 * Reads a claim, or says what's wrong with it. Leaves out entries that aren't valid answers, and counts them.
 * @param {string} text
 * @returns {Read | {fault: Fault}}
 */
export function read(text) {
  if (text.length > MOST_BYTES) return { fault: "big" };
  const held = parsed(text);
  if (held === undefined) return { fault: "broken" };
  if (!isRecord(held) || held.format !== FORMAT) return { fault: "other" };
  if (held.version !== VERSION) return { fault: { version: String(held.version).slice(0, 20) } };
  if (!isRecord(held.answers)) return { fault: "broken" };
  return sorted(Object.entries(held.answers));
}

/** @param {[string, unknown][]} entries @returns {Read | {fault: Fault}} */
function sorted(entries) {
  /** @type {Answers} */
  const answers = new Map();
  for (const [name, entry] of entries.slice(0, MOST_ANSWERS)) {
    const answer = NAME.test(name) ? answerIn(entry) : undefined;
    if (answer) answers.set(name, answer);
  }
  const leftOut = entries.length - answers.size;
  return entries.length ? { answers, leftOut } : { fault: "empty" };
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

/** @param {unknown} entry @returns {Answer | undefined} */
function answerIn(entry) {
  if (!isRecord(entry) || typeof entry.kind !== "string" || !NAME.test(entry.kind)) return undefined;
  const value = typeof entry.value === "string" ? short(entry.value) : rowsIn(entry.value);
  if (value === undefined) return undefined;
  const from = typeof entry.from === "string" && entry.from.length <= 100 ? { from: entry.from } : {};
  return { value, kind: entry.kind, ...from };
}

/** @param {string} text */
const short = (text) => (text.length <= MOST_CHARACTERS ? text : undefined);

/** @param {unknown} rows @returns {Row[] | undefined} */
function rowsIn(rows) {
  if (!Array.isArray(rows) || rows.length > MOST_ROWS) return undefined;
  const found = rows.filter(isRecord).map((row) => {
    const cells = Object.entries(row).filter(
      ([part, cell]) => NAME.test(part) && typeof cell === "string" && cell.length <= MOST_CHARACTERS,
    );
    return /** @type {Row} */ (Object.fromEntries(cells));
  });
  return found.length === rows.length ? found : undefined;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
