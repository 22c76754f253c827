/** Every message on an embedded page. */

/** @import { Row } from "../form/values.js" */
/** @import { Faint } from "../embed/colour-contrast.js" */

export const words = {
  /** @param {string} scheme @param {Faint} pair */
  faint: (scheme, { front, back, ratio, needed }) =>
    `In ${scheme} colours, ${front} on ${back} has a contrast of ${ratio.toFixed(2)}, but it needs ${needed}. ` +
    `So the ${scheme} colours stay as they were.`,
  /** @param {string} host */
  sent: (host) => `Sent to ${host}.`,
  notSent: "That didn’t work. Nothing was sent, and your answer is still here. Try again.",
  /** @param {Row[]} rows */
  rows: (rows) => rows.map((row) => Object.values(row).join(", ")).join("; "),
};
