/** Every message about a table read from a file. */

/** @param {number} count @param {string} noun */
const many = (count, noun) => `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;

export const words = {
  choose: "Choose your file",
  hint: "CSV or Excel (.xlsx). It stays on your device.",
  another: "Choose another file",
  remove: "Remove the file",
  type: "Type the details instead",
  reading: "Reading your file…",
  big: "That file is too big. Save only the table that you need.",
  old: "That’s an older Excel file. Save it as an Excel workbook (.xlsx) or as CSV, and choose it again.",
  damaged: "We can’t read that workbook. Save it as CSV, and choose it again.",
  failed: "We couldn’t read your file. Try again.",
  noScript: "We couldn’t load the part that reads Excel files. Check your connection, or save your file as CSV.",
  removed: "We’ve removed your file.",
  /** @param {string} file @param {string} product @param {number} row */
  found: (file, product, row) =>
    `${file}: we found ${product ? `${product} headings` : "the headings"} in row ${row}. Check the columns, then press “Show what to do first”.`,
  columns: "What the columns mean",
  heading: "In your file",
  /** @param {string} cell */
  example: (cell) => `such as ${cell}`,
  meaning: "What it is",
  unused: "Not used",
  /** @param {string} heading */
  meaningOf: (heading) => `What “${heading}” is`,
  /** @param {number} done @param {number} total */
  done: (done, total) => `${done.toLocaleString("en-GB")} of ${many(total, "row")}`,
  /** @param {number} done @param {number} total */
  lettersDone: (done, total) => `${done.toLocaleString("en-GB")} of ${many(total, "letter")}`,
  /** @param {number} total */
  read: (total) => `We’ve worked through ${many(total, "row")}.`,
  starting: "Reading your rows…",
  sorting: "Putting them in order…",
  cancel: "Stop",
  cancelled: "Stopped. Your file and your answers are still here.",
  stopped: "We couldn’t finish. Your file and your answers are still here, so try again.",
  letters: "Letters to send (.zip)",
  noLetters: "There are no letters to write: either no customer’s next step is a letter, or you have credit to take off first.",
  notSaved: "We couldn’t make that file. Try again.",
  /** @param {number} count */
  saved: (count) => `We’ve saved ${many(count, "letter")}, each as text and for Word. Check each one before you send it.`,
};
