/** The SHA-256 of a file, in hex for lists of checksums and in base64 for the service worker. */

/** @typedef {import("./zip.js").Bytes} Bytes */

/** @param {Bytes} content */
const digest = async (content) => new Uint8Array(await crypto.subtle.digest("SHA-256", content));

/** @param {Bytes} content */
export const base64 = async (content) => btoa(String.fromCharCode(...(await digest(content))));

/** @param {Bytes} content */
export const hex = async (content) => [...(await digest(content))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The size and digest of a file, as the build lists it. @param {Bytes} content @returns {Promise<[number, string]>} */
export const described = async (content) => [content.length, await base64(content)];

/** A list that sha256sum can read. @param {Map<string, string>} digests by path */
export const checksums = (digests) =>
  [...digests].sort(([one], [other]) => (one < other ? -1 : 1)).map(([path, found]) => `${found}  ${path}\n`).join("");
