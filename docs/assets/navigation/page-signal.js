/** Ends listeners beyond the page when soft navigation replaces it. */

/** A signal that aborts when the current page is replaced. @returns {AbortSignal} */
export function pageSignal() {
  const controller = new AbortController();
  document.addEventListener("turn", () => controller.abort(), { once: true });
  return controller.signal;
}
