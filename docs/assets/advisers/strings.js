/** Every message of the link builder and the embed builder. */

/** @import { Faint } from "../embed/colour-contrast.js" */

/** @param {string} scheme @param {Faint} pair */
const tooFaint = (scheme, { front, back, ratio, needed }) =>
  `In ${scheme} colours, ${front} on ${back} has a contrast of ${ratio.toFixed(2)}. It needs ${needed}, so that everyone can read it.`;

export const words = {
  copied: "Copied.",
  copyByHand: "Your browser won’t let us copy. The text is selected: press Ctrl and C, or Command and C on a Mac.",
  coming: "Loading the form.",
  noForm: "The form didn’t load. Check your connection, then choose the form again.",
  /** @param {string} headline */
  first: (headline) => `The first thing your client sees: “${headline}”`,
  /** @param {string[]} questions */
  missing: (questions) => `Your client still has to answer: ${questions.join(" ")}`,
  unchecked: "We can’t check these answers right now. The link still works.",
  nothing: "Nothing is filled in yet. The link opens an empty form.",
  notASender: "We can’t put this name in a link. Use letters, up to 60 characters, and no web address or phone number.",
  leftOut: "We don’t ask for names, addresses or free text here: they never go into a link.",
  /** @param {string} title @param {boolean} filled @param {string} link */
  toClient: (title, filled, link) =>
    (filled
      ? `I’ve filled in “${title}” with what you told me. Open this link, check each answer, and change anything that isn’t right.`
      : `“${title}” may help you. Open this link and fill in what you know.`) +
    ` What you type stays on your own device.\n\n${link}`,
  /** @param {string} title */
  qr: (title) => `QR code of the link to “${title}”`,
  tooLong: "This link is too long for a QR code. Leave some answers out, or send the link itself.",
  dense: "This QR code is very detailed. Print it at least 6 cm wide, or leave some answers out.",
  /** @param {string} scheme @param {Faint} pair */
  faint: (scheme, pair) => `${tooFaint(scheme, pair)} Until you change it, the box keeps our ${scheme} colours.`,
  tooFaint,
  /** @param {string} written */
  notHex: (written) => `${written} is not a colour we can read. Write it as # and six digits, such as #005ea5.`,
  /** @param {string} tool @param {object} answers */
  heard: (tool, answers) => `Your page would now receive the answer from ${tool}, with ${JSON.stringify(answers)}.`,
};
