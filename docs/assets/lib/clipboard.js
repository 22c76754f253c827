/** Copies text to the clipboard, as far as the browser allows. */

/**
 * Copies a text, which may be a promise.
 * @param {string | Promise<string>} text
 * @returns {Promise<string | undefined>} undefined if it was copied, else the text, for the reader to copy by hand; it
 *   is empty if there was nothing to copy
 */
export async function copy(text) {
  const coming = Promise.resolve(text);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": coming.then(blob) })]);
    return undefined;
  } catch {
    return coming;
  }
}

/** @param {string} text */
function blob(text) {
  if (!text) throw new Error("there is nothing to copy");
  return new Blob([text], { type: "text/plain" });
}
