/** Makes a letter or agreement into a Word document, from the same blocks as the page. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  LeaderType,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";

/** @import { IParagraphOptions } from "docx" */
/** @import { Block, Letter } from "../../docs/assets/answer/letter-buttons.js" */

const CM = 567; // twentieths of a point
const A4 = { width: 11906, height: 16838 };
const MARGIN = Math.round(2.5 * CM);
const TEXT_WIDTH = A4.width - 2 * MARGIN;
const LABEL = 4 * CM;
const FONT = "Arial";
const CLAUSES = "clauses";
const POINTS = "points";
const INDENT = { left: CM, hanging: CM };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: "5D677E" };
const MARKED = /** @type {const} */ ({ highlight: "yellow" });
const BORDERS = { top: THIN, bottom: THIN, left: THIN, right: THIN };

/** A text with its blanks highlighted. @param {string} text @param {boolean} [bold] */
const runs = (text, bold = false) =>
  text
    .split(/(\[[^[\]]+\])/)
    .filter(Boolean)
    .map((part) => new TextRun({ text: part, ...(bold ? { bold } : {}), ...(part.startsWith("[") ? MARKED : {}) }));

/** @param {string[]} lines @param {boolean} bold */
const broken = (lines, bold) => lines.flatMap((line, number) => [...(number ? [new TextRun({ break: 1 })] : []), ...runs(line, bold)]);

/**
 * One paragraph that keeps its line breaks.
 * @param {string[]} lines
 * @param {IParagraphOptions} [how]
 * @param {boolean} [bold]
 */
const paragraph = (lines, how = {}, bold = false) => new Paragraph({ ...how, children: broken(lines, bold) });

/** @param {string[]} lines */
function clause([, heading = "", words = ""]) {
  const numbering = { reference: CLAUSES, level: 0 };
  return new Paragraph({ numbering, children: [...runs(heading, true), ...runs(` ${words}`)] });
}

/** A labelled line to write on, up to the right margin. @param {string} label @param {boolean} keepNext */
function signature(label, keepNext) {
  const tabStops = [
    { type: TabStopType.LEFT, position: LABEL },
    { type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.UNDERSCORE },
  ];
  return new Paragraph({ tabStops, keepNext, keepLines: true, spacing: { before: 320 }, children: [new TextRun({ children: [label, new Tab(), new Tab()] })] });
}

/** @param {string[]} cells @param {boolean} isHead */
function row(cells, isHead) {
  const children = cells.map((cell, column) => {
    const alignment = column > 1 ? AlignmentType.RIGHT : AlignmentType.LEFT;
    const margins = { top: 60, bottom: 60, left: 100, right: 100 };
    return new TableCell({ borders: BORDERS, margins, children: [paragraph([cell], { alignment, spacing: { after: 0 } }, isHead)] });
  });
  return new TableRow({ children, tableHeader: isHead, cantSplit: true });
}

/** @param {string[][]} rows */
function table(rows) {
  const columns = rows[0]?.length ?? 1;
  const columnWidths = Array(columns).fill(Math.floor(TEXT_WIDTH / columns));
  return new Table({ columnWidths, width: { size: 100, type: WidthType.PERCENTAGE }, rows: rows.map((cells, number) => row(cells, number === 0)) });
}

/** @type {Record<string, (block: Block) => (Paragraph | Table)[]>} */
const DRAWN = {
  sender: ({ lines }) => [paragraph(lines, { alignment: AlignmentType.RIGHT })],
  title: ({ lines }) => [paragraph(lines, { heading: HeadingLevel.TITLE })],
  subject: ({ lines }) => [paragraph(lines, { heading: HeadingLevel.HEADING_1 })],
  heading: ({ lines }) => [paragraph(lines, { heading: HeadingLevel.HEADING_1, keepNext: true })],
  clause: ({ lines }) => [clause(lines)],
  list: ({ lines }) => lines.map((line) => paragraph([line], { numbering: { reference: POINTS, level: 0 }, spacing: { after: 60 } })),
  table: ({ rows }) => [table(rows)],
  signs: ({ lines }) => [paragraph(lines, { keepNext: true, spacing: { before: 480, after: 0 } })],
  signature: ({ rows }) => rows.map(([label = ""], number) => signature(label, number < rows.length - 1)),
  closing: ({ lines }) => [paragraph(lines, { keepLines: true })],
};

/** @param {string} reference @param {"decimal" | "bullet"} format @param {string} text */
const numbering = (reference, format, text) => ({
  reference,
  levels: [{ level: 0, format: LevelFormat[format === "decimal" ? "DECIMAL" : "BULLET"], text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: INDENT } } }],
});

const heading = { run: { font: FONT, size: 22, bold: true, color: "000000" }, paragraph: { spacing: { before: 240, after: 120 } } };

/**
 * The file. Its author is empty, as the library would name one of its own.
 * @param {Letter} letter
 * @returns {Promise<Blob>}
 */
export function wordFile({ subject, blocks }) {
  const made = new Document({
    title: subject,
    creator: "",
    lastModifiedBy: "",
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, language: { value: "en-GB" } },
          paragraph: { spacing: { after: 160, line: 264, lineRule: LineRuleType.AUTO } },
        },
        title: { ...heading, run: { ...heading.run, size: 28 } },
        heading1: heading,
      },
    },
    numbering: { config: [numbering(CLAUSES, "decimal", "%1."), numbering(POINTS, "bullet", "•")] },
    sections: [
      {
        properties: { page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        children: blocks.flatMap((block) => (DRAWN[block.kind] ?? (({ lines }) => [paragraph(lines)]))(block)),
      },
    ],
  });
  return Packer.toBlob(made);
}
