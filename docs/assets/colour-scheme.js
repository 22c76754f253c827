/**
 * The reader's own choice of colours, light or dark. Nothing is kept before they choose; to go back to the colours of
 * the device forgets it. Runs before the page is drawn, so that it never shows in the other colours first, and says that
 * scripts run while there is nothing yet that the browser would have to style anew.
 */
{
  const NAME = "colours";
  const root = document.documentElement;

  const kept = () => {
    try {
      return localStorage.getItem(NAME);
    } catch {
      return null; // a browser may forbid it
    }
  };

  /** @param {string} choice */
  const keep = (choice) => {
    try {
      if (choice) localStorage.setItem(NAME, choice);
      else localStorage.removeItem(NAME);
    } catch {
      // the choice holds for this page
    }
  };

  /** @param {string | null} choice */
  const show = (choice) => {
    if (choice) root.dataset.colours = choice;
    else delete root.dataset.colours;
  };

  show(kept());
  if ("noModule" in HTMLScriptElement.prototype) root.classList.replace("no-js", "js");

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form.colours");
    for (const box of form?.querySelectorAll("input") ?? []) box.checked = box.value === (root.dataset.colours ?? "");
    form?.addEventListener("change", ({ target }) => {
      const choice = target instanceof HTMLInputElement ? target.value : "";
      show(choice);
      keep(choice);
    });
  });
}
