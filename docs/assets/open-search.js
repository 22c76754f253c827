/** The search: opens it, loads its script when the reader is about to use it, and lets Tab reach the results. */

const INTENTS = ["focusin", "pointermove", "touchstart"]; // not pointerenter, which also fires for a pointer at rest
const KEYS = ["/", "f", "s"]; // shortcuts that open the search

const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
const search = /** @type {HTMLElement} */ (document.querySelector(".md-search"));
const box = /** @type {HTMLElement} */ (search.querySelector(".md-search__input"));
/** The button that opens the search on a narrow screen, where the box is hidden until then. */
const opener = /** @type {HTMLElement} */ (document.querySelector(".search-button"));

/** Loads the script that's in the page's template. */
function bring() {
  for (const part of [search, opener]) for (const intent of INTENTS) part.removeEventListener(intent, bring);
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("header-script"));
  const script = document.createElement("script");
  script.src = template.content.querySelector("script")?.getAttribute("src") ?? "";
  document.body.append(script);
}

/** Opens or closes the search. Material's own script misses a focus or key press from before it has loaded. */
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

// Material's search closes at Tab, takes back the focus at Shift and loses it at Escape. Tab can't reach its results.

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
