/** Until the page that stands now gives way to the next: a signal for what listens beyond the page. @returns {AbortSignal} */
export function whileItStands() {
  const leaving = new AbortController();
  document.addEventListener("turn", () => leaving.abort(), { once: true });
  return leaving.signal;
}
