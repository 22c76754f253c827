/** Removes a page's listeners on the window and the claim when soft navigation replaces the page. */

/** A signal that aborts when the current page is replaced. @returns {AbortSignal} */
export function pageSignal() {
  const controller = new AbortController();
  document.addEventListener("turn", () => controller.abort(), { once: true });
  return controller.signal;
}
