/** Loads the script of the header once the reader turns to it or presses a search key, and lets Tab reach what is found. */

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

// The stock search closes at Tab, takes the focus back at Shift, and keeps its results out of the tab order.

const toggle = document.getElementById("__search");
const search = header.querySelector(".md-search");

/** @param {KeyboardEvent} event */
function reach(event) {
  const inside = event.target instanceof Node && search?.contains(event.target);
  if (inside && (event.key === "Tab" || event.key === "Shift")) event.stopImmediatePropagation();
}

const found = search?.querySelector(".md-search-result__list");
const bringIntoTabOrder = () => found?.querySelectorAll("a[tabindex]").forEach((link) => link.removeAttribute("tabindex"));
if (found) new MutationObserver(bringIntoTabOrder).observe(found, { childList: true, subtree: true });

addEventListener("keydown", reach, { capture: true });
search?.addEventListener("focusout", (event) => {
  const to = /** @type {FocusEvent} */ (event).relatedTarget;
  if (to instanceof Node && !search.contains(to) && toggle instanceof HTMLInputElement && toggle.checked) toggle.click();
});
