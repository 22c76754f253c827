/** On every page: if the guide is kept on this device, offers a newer version and says if a file was damaged. */

import { hasChanges } from "./form/changed-from-default.js";
import { element, outlinedButton } from "./lib/dom.js";
import { listen, registration } from "./offline/guide-cache.js";

const words = {
  newer: "There’s a newer version of this guide.",
  unfinished: "Loading it clears what you typed on this page, so finish that first.",
  reload: "Load the newer version",
  later: "Later",
  broken: "Part of the guide kept on this device is damaged. It will be repaired when you’re online.",
  mended: "Part of the guide kept on this device was damaged. It has been repaired.",
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

/** Whether a reload would lose anything the reader typed or chose. */
const hasChangedForm = () => [...document.querySelectorAll("form.questions")].some(hasChanges);

const close = () => note.replaceChildren();

/** @param {ServiceWorker} newer */
function offer(newer) {
  const sentence = hasChangedForm() ? `${words.newer} ${words.unfinished}` : words.newer;
  show(element("p", "", sentence), outlinedButton(words.reload, () => takeOver(newer)), outlinedButton(words.later, close));
}

/** Activates the newer version. Other open pages stay as they are. @param {ServiceWorker} newer */
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
    if ("broken" in said) show(element("p", "", words.broken), outlinedButton(words.close, close));
    if ("mended" in said) show(element("p", "", words.mended), outlinedButton(words.close, close));
  });
  kept.active?.postMessage("tell");
}
for (const place of document.querySelectorAll(".keep-guide")) {
  const { control } = await import("./offline/control.js");
  control(/** @type {HTMLElement} */ (place));
}
