/** What a word means, beside it, for whoever points at it, tabs to it or taps it; the words stand at the foot of the page. */

const shown = document.createElement("div");
shown.className = "meaning";
shown.popover = "manual";
shown.setAttribute("aria-hidden", "true"); // a screen reader has been told by aria-describedby

/** @param {HTMLAnchorElement} word */
function show(word) {
  const meaning = document.querySelector(`${word.getAttribute("href")} dd`);
  if (!meaning) return;
  shown.textContent = meaning.textContent;
  if (!shown.isConnected) document.body.append(shown);
  shown.showPopover();
  const { left, top, bottom } = word.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = shown;
  const below = bottom + offsetHeight < innerHeight;
  shown.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
  shown.style.top = `${below ? bottom + 4 : top - offsetHeight - 4}px`;
}

const hide = () => shown.isConnected && shown.hidePopover();

for (const word of document.querySelectorAll("a.word")) {
  if (!(word instanceof HTMLAnchorElement)) continue;
  word.addEventListener("pointerenter", () => show(word));
  word.addEventListener("pointerleave", hide);
  word.addEventListener("focus", () => show(word));
  word.addEventListener("blur", hide);
  word.addEventListener("click", (event) => {
    event.preventDefault();
    show(word);
  });
}

addEventListener("keydown", ({ key }) => key === "Escape" && hide());
addEventListener("scroll", hide, { passive: true });
