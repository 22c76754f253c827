/** The result of a batch: how many cases were answered, the first few answers, and files to save. */

import { save, saveBlob } from "../answer/downloads.js";
import { element, outlinedButton, statusLine } from "../lib/dom.js";
import { spreadsheet } from "../table/load-spreadsheet-script.js";
import { words } from "./strings.js";
import { titledTable } from "./tables.js";

/**
 * @typedef {object} Answers
 * @property {string} file the name of the file that was read
 * @property {string[]} heading
 * @property {string[]} kinds the kind of value in each column, for a workbook
 * @property {string[][]} rows with any problem in the last column
 * @property {number[]} lines the line of the file where each row begins
 * @property {() => string} csv the rows as a CSV file
 */

const SHOWN = 5;
const MOST_IN_A_CELL = 32_767; // characters: Excel's limit

/** @param {string[]} row */
const isBlank = (row) => !row.some(Boolean);

/** @param {string[]} row */
const problemOf = (row) => row[row.length - 1] ?? "";

/** @param {Answers} answers @param {() => void} saved called once they have been saved */
export function resultOf(answers, saved) {
  const told = statusLine();
  const name = answers.file.replace(/\.[^.]*$/, "");
  /** @param {string} label @param {() => Promise<string>} make */
  const offer = (label, make) =>
    outlinedButton(label, async () => {
      const said = await make().catch(() => undefined);
      told.replaceChildren(said ?? words.notSaved);
      if (said !== undefined) saved();
    });
  const workbook = `${name}-answered.xlsx`;
  const csv = `${name}-answered.csv`;
  const files = element(
    "p",
    "downloads",
    offer(words.workbook, () => saveWorkbook(workbook, answers)),
    offer(words.csv, async () => {
      save({ name: csv, type: "text/csv", text: answers.csv() });
      return words.saved(csv);
    }),
  );
  return [...summary(answers), files, told, ...firstRows(answers)];
}

/** @param {Answers} answers */
function summary({ rows }) {
  const cases = rows.filter((row) => !isBlank(row));
  const wrong = cases.filter(problemOf).length;
  const headline = element("p", "headline", words.result(cases.length - wrong, wrong));
  return wrong ? [headline, element("p", "", words.correct)] : [headline];
}

/** Tables of the first answers and, if they don't include these, of the first problems. @param {Answers} answers */
function firstRows({ heading, rows, lines }) {
  const headline = heading.lastIndexOf("headline");
  const all = rows.map((row, place) => ({ row, line: String(lines[place]) })).filter(({ row }) => !isBlank(row));
  const first = all.slice(0, SHOWN);
  const wrong = all.filter(({ row }) => problemOf(row)).slice(0, SHOWN);
  const isNews = wrong.some((one) => !first.includes(one));
  const named = heading[0] ?? "";
  /** @param {typeof all} some @param {string} title @param {string} column @param {(row: string[]) => string} say */
  const drawn = (some, title, column, say) =>
    titledTable(title, [words.row, named, column], some.map(({ row, line }) => [line, row[0] ?? "", say(row)]));
  return [
    drawn(first, words.firstAnswers, words.answer, (row) => problemOf(row) || (row[headline] ?? "")),
    ...(isNews ? [drawn(wrong, words.firstProblems, words.problem, problemOf)] : []),
  ];
}

/** @param {string} name @param {Answers} answers */
async function saveWorkbook(name, { heading, kinds, rows }) {
  let cut = 0;
  const fitting = rows.map((row) =>
    row.map((text) => {
      if (text.length <= MOST_IN_A_CELL) return text;
      cut += 1;
      return text.slice(0, MOST_IN_A_CELL);
    }),
  );
  const script = await spreadsheet();
  saveBlob(name, await script.workbook([{ name: "Answers", headings: heading, kinds, rows: fitting }]));
  return cut ? words.savedCut(name, cut) : words.saved(name);
}
