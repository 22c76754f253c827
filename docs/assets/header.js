/** The search and the choice of colours: their script comes once somebody turns to the header, or asks by a key. */

const KEYS = ["/", "f", "s"]; // those that open the search

const header = /** @type {HTMLElement} */ (document.querySelector(".md-header"));
/** @type {Promise<void> | undefined} */
let coming;

function bring() {
  coming ??= new Promise((resolve) => {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("header-script"));
    const script = document.createElement("script");
    script.src = template.content.querySelector("script")?.getAttribute("src") ?? "";
    script.addEventListener("load", () => resolve());
    document.body.append(script);
  });
  return coming;
}

/** The key that somebody pressed first is pressed again when there is something to hear it. @param {KeyboardEvent} event */
async function press(event) {
  const elsewhere = event.target instanceof Element && event.target.closest("input, select, textarea");
  if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || elsewhere) return;
  removeEventListener("keydown", press);
  event.preventDefault();
  await bring();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: event.key, bubbles: true, cancelable: true }));
}

document.documentElement.classList.replace("no-js", "js");
for (const intent of ["focusin", "pointerenter", "touchstart"]) {
  header.addEventListener(intent, bring, { once: true, passive: true });
}
addEventListener("keydown", press);
