/** Shows the meaning of a glossary word when the reader points at it, tabs to it or taps it. */

const shown = document.createElement("div");
shown.className = "meaning";
shown.popover = "manual";
shown.setAttribute("aria-hidden", "true"); // screen readers get it from aria-describedby

/** @type {HTMLAnchorElement | null} */
let word = null;

/** @param {Event} event */
const wordOf = ({ target }) => (target instanceof Element ? /** @type {typeof word} */ (target.closest("a.word")) : null);

/** @param {Event} event */
function show(event) {
  const at = wordOf(event);
  const meaning = at && document.querySelector(`${at.getAttribute("href")} dd`);
  if (!meaning) return;
  word = at;
  shown.textContent = meaning.textContent;
  if (!shown.isConnected) document.body.append(shown);
  shown.showPopover();
  place();
}

/** Places the popover below its word, or above if there is no room. */
function place() {
  if (!word) return;
  const { left, top, bottom } = word.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = shown;
  shown.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
  shown.style.top = `${bottom + offsetHeight < innerHeight ? bottom : top - offsetHeight}px`;
}

function hide() {
  word = null;
  if (shown.isConnected) shown.hidePopover();
}

/** Hides the popover once the pointer has left both it and the word. @param {PointerEvent} event */
function leave({ relatedTarget: to }) {
  const stays = to instanceof Node && (shown.contains(to) || word?.contains(to));
  if (word && !stays && document.activeElement !== word) hide();
}

// The document listens, since soft navigation may replace the page.
document.addEventListener("pointerover", show);
document.addEventListener("pointerout", leave);
document.addEventListener("focusin", show);
document.addEventListener("focusout", hide);
document.addEventListener("page", hide);
document.addEventListener("click", (event) => {
  if (!wordOf(event)) return;
  event.preventDefault();
  show(event);
});
addEventListener("keydown", ({ key }) => key === "Escape" && hide());
addEventListener("scroll", place, { passive: true });
