/** Copies text to the clipboard, if the browser allows it. */

/**
 * Copies a text or a promise of one. With `html`, programs that can show tables get the tables too.
 * @param {string | Promise<string>} text
 * @param {Promise<string>} [html]
 * @returns {Promise<string | undefined>} undefined if it was copied, else the text for the reader to copy by hand,
 *   which is empty if there was nothing to copy
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
