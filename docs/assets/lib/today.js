/** Today's date in the reader's time zone, as YYYY-MM-DD. Nothing else reads today's date. */
export function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** A date such as 7 December 2026. @param {string} day as YYYY-MM-DD */
export const dateInWords = (day) =>
  new Date(`${day}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
