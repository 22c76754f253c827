/** The bytes of a file as text, for the calculators to read: they tell how it's encoded. */

/**
 * @param {Blob} file
 * @returns {Promise<string>} rejects where the file can't be read, such as one that has been moved
 */
export function inBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,?/, "")));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("the file can’t be read")));
    reader.readAsDataURL(file);
  });
}
