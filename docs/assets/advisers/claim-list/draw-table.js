/** The list of claims as a table, sorted by next date. On a phone each row is a card. */

import { button, element } from "../../lib/dom.js";
import { dateInWords, today } from "../../lib/today.js";
import { words } from "./strings.js";

/** @import { Made } from "./calculate-rows.js" */

/**
 * @typedef {object} Line a claim in the list, as the table shows it
 * @property {string} id
 * @property {string} name
 * @property {Made | undefined} made undefined until it's worked out
 * @property {boolean} isCurrent whether it's the claim on this device
 */
/** @typedef {Record<"work" | "save" | "remove", (id: string) => void>} Actions */

const WRONG_FIRST = "0000";
const UNDATED_LAST = "9999";

/** @param {Line} one @param {Line} other */
export const byDate = (one, other) => dayOf(one).localeCompare(dayOf(other)) || one.name.localeCompare(other.name, "en-GB");

/** @param {Line} line */
const dayOf = ({ made }) => (made?.row.when === "wrong" ? WRONG_FIRST : (made?.row.next_on ?? UNDATED_LAST));

/**
 * @param {Line[]} lines in order
 * @param {Actions} actions
 */
export function table(lines, actions) {
  const severalClients = new Set(lines.map(({ made }) => made?.row.client ?? "")).size > 1;
  const { columns } = words;
  const head = element("tr", "", ...Object.values(columns).map((name) => heading(name, "col")));
  const rows = lines.map((line) => row(line, severalClients, actions));
  const caption = element("caption", "", words.caption(dateInWords(today())));
  const made = element("table", "", caption, element("thead", "", head), element("tbody", "", ...rows));
  made.querySelector("thead th:last-child")?.classList.add("actions-head");
  return made;
}

/** @param {Line} line @param {boolean} severalClients @param {Actions} actions */
function row({ id, name, made, isCurrent }, severalClients, actions) {
  const { row, words: inWords } = made ?? {};
  const who = heading(name, "row");
  if (row?.client && severalClients) who.append(small(words.owedTo(row.client)));
  if (row?.reference) who.append(small(words.reference(row.reference)));
  if (isCurrent) who.append(small(words.onDevice));
  const owed = cell(words.columns.owed, inWords?.owed ?? "");
  owed.classList.add("number");
  const step = cell(words.columns.step, element("span", "", row?.step ?? words.notWorkedOut));
  if (row?.page) step.lastElementChild?.append(small(row.worked_out_by ?? ""));
  const when = cell(words.columns.date, ...(made ? [whenOf(made)] : []));
  const drawn = element("tr", "", who, owed, step, when, actionsOf(id, name, actions));
  if (row) drawn.dataset.when = row.when;
  return drawn;
}

/** The next date, what it's for, and its status in words, such as overdue. @param {Made} made */
function whenOf({ row, words: inWords }) {
  if (row.when === "none") return element("span", "", inWords.when);
  const badge = row.when === "coming" ? [] : [element("strong", "when", inWords.when)];
  if (!row.next_on) return element("span", "", ...badge);
  const date = element("time", "", dateInWords(row.next_on));
  date.dateTime = row.next_on;
  return element("span", "", ...badge, " ", date, small(row.next_for ?? ""));
}

/** @param {string} id @param {string} name @param {Actions} actions */
function actionsOf(id, name, actions) {
  const made = /** @type {const} */ ([["work", words.work], ["save", words.saveOne], ["remove", words.remove]]).map(([action, label]) => {
    const one = button(label, () => actions[action](id));
    one.setAttribute("aria-label", words.about(label, name));
    one.dataset.key = `${action}-${id}`;
    return one;
  });
  return element("td", "row-actions", ...made);
}

/** @param {string} text @param {"col" | "row"} scope */
function heading(text, scope) {
  const made = element("th", "", text);
  made.scope = scope;
  return made;
}

/** @param {string} label @param {(string | Node)[]} parts */
function cell(label, ...parts) {
  const made = element("td", "", ...parts);
  made.dataset.label = label;
  return made;
}

/** @param {string} text */
const small = (text) => element("span", "small", text);
