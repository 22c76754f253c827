/** Texts kept on this device, each under a name; a browser that forbids storage keeps nothing. */

/** What is kept under a name, or null if there is nothing or the browser forbids access. @param {string} name */
export function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Why a text could not be kept, or nothing. @param {string} name @param {string} text @returns {"full" | "forbidden" | undefined} */
export function store(name, text) {
  try {
    localStorage.setItem(name, text);
    return undefined;
  } catch (fault) {
    return fault instanceof DOMException && fault.name === "QuotaExceededError" ? "full" : "forbidden";
  }
}

/** Whether what is kept under a name could be removed. @param {string} name */
export function forget(name) {
  try {
    localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}
