/** Opens a `details` element when a link leads into it, and all of them for printing. Also opens the search results. */

/** @type {HTMLDetailsElement[]} */
let opened = [];

function openTarget() {
  if (location.hash.includes("=")) return; // the fragment holds answers, not an id
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
  opened = [...document.querySelectorAll("details")].filter((details) => !details.open && !details.matches(".more, .why, [name]"));
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});

// Material opens the results when the search box gets the focus, but misses a focus while the page is still loading.
// This is here because open-search.js runs after every other script of the page.
document.addEventListener("input", ({ target }) => {
  const found = document.getElementById("__search");
  const asked = target instanceof Element && target.matches(".md-search__input");
  if (asked && found instanceof HTMLInputElement && !found.checked) found.click();
});
