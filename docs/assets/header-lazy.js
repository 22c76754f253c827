/** The search and the choice of colours: their script comes once somebody turns to the header, or asks by a key. */

const INTENTS = ["focusin", "pointermove", "touchstart"]; // a page that opens under a pointer at rest is no intent
const KEYS = ["/", "f", "s"]; // those that open the search

const header = /** @type {HTMLElement} */ (document.querySelector(".md-header"));

/** Loads the script that the page holds ready; from then on it hears the keys itself. */
function bring() {
  for (const intent of INTENTS) header.removeEventListener(intent, bring);
  removeEventListener("keydown", press);
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("header-script"));
  const script = document.createElement("script");
  script.src = template.content.querySelector("script")?.getAttribute("src") ?? "";
  document.body.append(script);
}

/** @param {KeyboardEvent} event */
function press(event) {
  const elsewhere = event.target instanceof Element && event.target.closest("input, select, textarea");
  if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || elsewhere) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (header.querySelector(".md-search__input")).focus();
}

for (const intent of INTENTS) header.addEventListener(intent, bring, { passive: true });
addEventListener("keydown", press);
