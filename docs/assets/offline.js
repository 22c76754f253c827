/** On every page: offers a newer version to whoever has kept the guide, and says when a part of it was damaged. */

import { listen, registration } from "./keeping.js";

const words = {
  newer: "A newer version of this guide is here.",
  unfinished: "Loading it clears what you typed on this page, so finish that first.",
  reload: "Load the newer version",
  later: "Later",
  broken: "A part of the guide kept on this device is damaged. With a connection, the page mends it.",
  mended: "A part of the guide kept on this device was damaged. It is whole again.",
  close: "Close",
};

const note = document.createElement("div");
note.className = "kept-note md-typeset";
note.setAttribute("role", "status");

/** @param {(string | Node)[]} parts */
function show(...parts) {
  if (!note.isConnected) document.body.append(note);
  note.replaceChildren(...parts);
}

/** @param {string} label @param {() => void} press */
function button(label, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "md-button";
  made.textContent = label;
  made.addEventListener("click", press);
  return made;
}

/** @param {string} sentence */
function paragraph(sentence) {
  const made = document.createElement("p");
  made.textContent = sentence;
  return made;
}

const close = () => note.replaceChildren();

/** @param {ServiceWorker} newer */
function offer(newer) {
  const sentence = isFilledIn() ? `${words.newer} ${words.unfinished}` : words.newer;
  show(paragraph(sentence), button(words.reload, () => takeOver(newer)), button(words.later, close));
}

/** Whether somebody has typed or chosen something that a reload may lose. */
function isFilledIn() {
  return [...document.querySelectorAll("form.questions input, form.questions textarea, form.questions select")].some(
    (box) =>
      box instanceof HTMLSelectElement
        ? [...box.options].some((option) => option.selected !== option.defaultSelected && option.value !== "")
        : box instanceof HTMLInputElement && (box.type === "radio" || box.type === "checkbox")
          ? box.checked !== box.defaultChecked
          : /** @type {HTMLInputElement} */ (box).value !== /** @type {HTMLInputElement} */ (box).defaultValue,
  );
}

/** Other pages that are open go on as they are. @param {ServiceWorker} newer */
function takeOver(newer) {
  newer.addEventListener("statechange", () => newer.state === "activated" && location.reload());
  newer.postMessage("take over");
}

/** @param {ServiceWorkerRegistration} kept */
function watch(kept) {
  if (kept.waiting) offer(kept.waiting);
  kept.addEventListener("updatefound", () => {
    const newer = kept.installing;
    newer?.addEventListener("statechange", () => newer.state === "installed" && kept.active && offer(newer));
  });
}

const kept = await registration();
if (kept) {
  watch(kept);
  listen((said) => {
    if (said === "ask") return kept.active?.postMessage("tell");
    if ("broken" in said) show(paragraph(words.broken), button(words.close, close));
    if ("mended" in said) show(paragraph(words.mended), button(words.close, close));
  });
  kept.active?.postMessage("tell");
}
for (const place of document.querySelectorAll(".keep-guide")) {
  const { control } = await import("./keep-guide.js");
  control(/** @type {HTMLElement} */ (place));
}
