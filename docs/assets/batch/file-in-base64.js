/** The bytes of a file in base64, for Python, which works out the file's text encoding. */

/**
 * @param {Blob} file
 * @returns {Promise<string>} rejects if the file can't be read, for example because it has been moved
 */
export function inBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,?/, "")));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("the file can’t be read")));
    reader.readAsDataURL(file);
  });
}
