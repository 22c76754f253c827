/** Loads the script of the header, with the search, once the reader turns to the header or presses a search key. */

const INTENTS = ["focusin", "pointermove", "touchstart"]; // not pointerenter, which fires under a resting pointer
const KEYS = ["/", "f", "s"]; // the shortcuts that open the search

const header = /** @type {HTMLElement} */ (document.querySelector(".md-header"));

/** Loads the script that the page has in a template; it then handles the keys itself. */
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
