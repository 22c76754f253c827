/** Texts stored on this device, each under a name, if the browser allows storage. */

/** The text stored under a name, or null if there's none or the browser forbids access. @param {string} name */
export function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * Stores a text; on failure, says why.
 * @param {string} name
 * @param {string} text
 * @returns {"full" | "forbidden" | undefined}
 */
export function store(name, text) {
  try {
    localStorage.setItem(name, text);
    return undefined;
  } catch (fault) {
    return fault instanceof DOMException && fault.name === "QuotaExceededError" ? "full" : "forbidden";
  }
}

/** Removes the text stored under a name, and says whether that worked. @param {string} name */
export function forget(name) {
  try {
    localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}
