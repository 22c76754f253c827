/**
 * The reader's choice of light or dark. Nothing is stored until they choose, and going back to the device's scheme
 * removes it. This runs before the page is drawn, so the wrong colours never flash up. It also replaces the class
 * `no-js` with `js`, since so early that costs no restyling.
 */
{
  const NAME = "colours";
  const root = document.documentElement;

  const kept = () => {
    try {
      return localStorage.getItem(NAME);
    } catch {
      return null; // the browser may forbid storage
    }
  };

  /** @param {string} choice */
  const keep = (choice) => {
    try {
      if (choice) localStorage.setItem(NAME, choice);
      else localStorage.removeItem(NAME);
    } catch {
      // the choice applies to this page only
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
