/** The search: opens it, loads its script once the reader turns to it, and lets Tab reach what is found. */

const INTENTS = ["focusin", "pointermove", "touchstart"]; // not pointerenter, which fires under a resting pointer
const KEYS = ["/", "f", "s"]; // the shortcuts that open the search

const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
const search = /** @type {HTMLElement} */ (document.querySelector(".md-search"));
const box = /** @type {HTMLElement} */ (search.querySelector(".md-search__input"));
/** On a narrow screen, where the box is out of sight until the search is open. */
const opener = /** @type {HTMLElement} */ (document.querySelector(".search-button"));

/** Loads the script that the page has in a template. */
function bring() {
  for (const part of [search, opener]) for (const intent of INTENTS) part.removeEventListener(intent, bring);
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("header-script"));
  const script = document.createElement("script");
  script.src = template.content.querySelector("script")?.getAttribute("src") ?? "";
  document.body.append(script);
}

/** Opens or closes the search. Material does so too, but misses the focus and the keys that come before its script runs. */
function turn(open = true) {
  if (toggle.checked !== open) toggle.click();
  if (open) box.focus();
}

/** @param {KeyboardEvent} event */
function press(event) {
  const elsewhere = event.target instanceof Element && event.target.closest("input, select, textarea");
  if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || elsewhere) return;
  event.preventDefault();
  turn();
}

for (const part of [search, opener]) {
  for (const intent of INTENTS) part.addEventListener(intent, bring, { passive: true });
}
addEventListener("keydown", press);
opener.addEventListener("click", () => turn());
box.addEventListener("focus", () => turn());
toggle.addEventListener("change", () => {
  if (toggle.checked) box.focus();
  else if (search.contains(document.activeElement)) opener.focus();
});

// The stock search closes at Tab, takes the focus back at Shift, drops it at Escape, and keeps its results out of the tab order.

/** @param {KeyboardEvent} event */
function reach(event) {
  const inside = event.target instanceof Node && search.contains(event.target);
  if (!inside || !["Tab", "Shift", "Escape"].includes(event.key)) return;
  event.stopImmediatePropagation();
  if (event.key === "Escape") turn(false);
}

const found = search.querySelector(".md-search-result__list");
const bringIntoTabOrder = () => found?.querySelectorAll("a[tabindex]").forEach((link) => link.removeAttribute("tabindex"));
if (found) new MutationObserver(bringIntoTabOrder).observe(found, { childList: true, subtree: true });

addEventListener("keydown", reach, { capture: true });
search.addEventListener("focusout", ({ relatedTarget: to }) => {
  if (to instanceof Node && !search.contains(to)) turn(false);
});
