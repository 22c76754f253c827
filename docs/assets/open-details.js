/** What is folded away opens for a link that leads into it, and for paper. */

/** @type {HTMLDetailsElement[]} */
let opened = [];

function openTarget() {
  if (location.hash.includes("=")) return; // answers, and not a part of the page
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target?.closest("details:not([open])");
  if (!target || !folded) return;
  folded.setAttribute("open", "");
  target.scrollIntoView();
}

addEventListener("hashchange", openTarget);
document.addEventListener("page", openTarget);
openTarget();

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details")].filter((details) => !details.open && !details.matches(".more, .why"));
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

// Material opens what the search found when its box takes the focus, and misses that while a page is still loading.
document.addEventListener("input", ({ target }) => {
  const found = document.getElementById("__search");
  const asked = target instanceof Element && target.matches(".md-search__input");
  if (asked && found instanceof HTMLInputElement && !found.checked) found.click();
});
