/** Every message of the brand builder. */

import { words as builders } from "../advisers/strings.js";

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

export const words = {
  faint: builders.tooFaint,
  notHex: builders.notHex,
  notWhole: "Enter the full address, starting with https://",
  nameMissing: "Enter the name of your service.",
  check: "Correct what’s marked on the form first.",
  logo: {
    tooBig: "This file is over 100 KB. The logo loads on every page, so choose a smaller file.",
    otherKind: "We can’t read this as a logo. Choose an SVG or a PNG file.",
    runs: "This SVG contains a script, so we can’t use it. Ask your designer for a plain SVG, or use a PNG.",
    elsewhere: "This SVG loads something from another file or website, so we can’t use it. Ask your designer for a plain SVG, or use a PNG.",
  },
  cancel: "Cancel",
  cancelled: "You cancelled the download, so nothing was saved.",
  /** @param {string} file @param {number} size */
  made: (file, size) => `Saved as ${file}, ${megabytes(size)} MB.`,
  /** @param {number} done @param {number} total */
  bringing: (done, total) => `Getting the site’s files: ${megabytes(done)} of ${megabytes(total)} MB`,
  /** @param {number} done @param {number} total */
  packing: (done, total) => `Packing: file ${done} of ${total}`,
  network: "The site’s files couldn’t be downloaded. Check your connection, then try again.",
  changed: "The site changed while its files were downloading. Load this page again, then try again. What you’ve typed stays in the boxes.",
  failed: "That didn’t work, and nothing was saved. Try again, or use another browser.",
  needsHttps: "Your browser can only make copies on a page whose address starts with https://.",
};
