/** Every message on the batch page. */

/** @param {number} count @param {string} noun */
const many = (count, noun) => `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;

/** @param {number} seconds */
const roughly = (seconds) => {
  if (seconds < 10) return "a few seconds left";
  if (seconds < 90) return `about ${10 * Math.round(seconds / 10)} seconds left`;
  return `about ${Math.round(seconds / 60)} minutes left`;
};

export const words = {
  file: "Your cases",
  chooseFirst: "Choose your file first.",
  /** @param {string} file @param {number} cases @param {number} known @param {number} columns */
  found: (file, cases, known, columns) =>
    `${file}: ${many(cases, "case")}. ` +
    (known === columns ? "Every column answers a question." : `${known} of its ${many(columns, "column")} answer${known === 1 ? "s" : ""} a question.`),
  noQuestion: "Left as it is",
  firstOfFile: "First rows of your file",
  /** @param {number} done @param {number} total @param {number} [left] seconds */
  done: (done, total, left) =>
    `${done.toLocaleString("en-GB")} of ${many(total, "case")}${left === undefined ? "" : `, ${roughly(left)}`}`,
  cancelled: "Stopped. Your file is still here.",
  stopped: "We couldn’t finish. Your file is still here, so try again.",
  /** @param {number} answered @param {number} wrong */
  result: (answered, wrong) => {
    if (!wrong) return answered === 1 ? "Your case has been answered." : `All ${many(answered, "case")} have been answered.`;
    const them = wrong === 1 ? "1 case has a problem" : `${many(wrong, "case")} have a problem`;
    return answered ? `${many(answered, "case")} answered. ${them}.` : `${them}, so there are no answers.`;
  },
  correct: "The last column says what’s wrong. Correct those rows in the file you save, and choose it again.",
  workbook: "Save as Excel (.xlsx)",
  csv: "Save as CSV",
  /** @param {string} file */
  saved: (file) => `We’ve saved ${file} in your downloads folder.`,
  /** @param {string} file @param {number} cut */
  savedCut: (file, cut) =>
    `We’ve saved ${file} in your downloads folder. We shortened ${many(cut, "cell")} that Excel couldn’t hold. Save as CSV to keep everything.`,
  notSaved: "We couldn’t make that file. Try again, or save as CSV.",
  stale: "You’ve changed something since. These are still the earlier answers.",
  firstAnswers: "First rows",
  firstProblems: "First rows with a problem",
  row: "Row",
  answer: "Answer",
  problem: "What’s wrong",
};
