/** Copying, as far as the browser lets us. */

/**
 * Copies a text that may still be on its way.
 * @param {string | Promise<string>} text
 * @returns {Promise<string | undefined>} nothing where it is copied, else the text, for the reader to copy; it is
 *   empty where there was none
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
