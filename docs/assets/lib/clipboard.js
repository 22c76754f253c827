/** Copies text to the clipboard, as far as the browser allows. */

/**
 * Copies a text, which may be a promise; with `html`, a program that shows tables gets them.
 * @param {string | Promise<string>} text
 * @param {Promise<string>} [html]
 * @returns {Promise<string | undefined>} undefined if it was copied, else the text, for the reader to copy by hand; it
 *   is empty if there was nothing to copy
 */
export async function copy(text, html) {
  const coming = Promise.resolve(text);
  try {
    /** @type {Record<string, Promise<Blob>>} */
    const forms = { "text/plain": coming.then((found) => blob(found, "text/plain")) };
    if (html) forms["text/html"] = html.then((found) => blob(found, "text/html"));
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return undefined;
  } catch {
    return coming;
  }
}

/** @param {string} text @param {string} type */
function blob(text, type) {
  if (!text) throw new Error("there is nothing to copy");
  return new Blob([text], { type });
}
