/** The control for keeping the whole guide on this device: start, progress, stop and remove. */

/** @import { Hindrance, KeptSaid } from "./guide-cache.js" */

import { outlinedButton } from "../lib/dom.js";
import { savesData } from "../lib/saves-data.js";
import { cacheNames, canKeep, forget, keep, listen, registration } from "./guide-cache.js";

/** @type {Record<Hindrance, string>} */
const hindrances = {
  storage: "This browser doesn’t have room for the guide, or won’t let us keep it. Nothing has been kept.",
  network: "The connection was lost. What was downloaded is still on this device, so trying again will be quicker.",
  changed: "The guide changed while it was downloading. Load this page again, then try again.",
  stopped: "You stopped it, so nothing has been kept.",
  later: "There’s a newer version. It will download once data saving is off on your device.",
};

const words = {
  keep: "Keep the guide on this device",
  again: "Try again",
  stop: "Stop",
  remove: "Remove it from this device",
  impossible: "This browser can’t keep the guide. It may be old, or this may be a private window. Download the folder instead.",
  kept: "The guide is kept on this device. It opens without a connection.",
  failed: "The guide couldn’t be kept.",
  partly: "Only part of the guide is on this device.",
  removed: "The guide is no longer kept on this device.",
  /** @param {string} size */
  saves: (size) => `Data saving is on for your device. This downloads up to ${size}.`,
  /** @param {number} kept @param {number} total */
  coming: (kept, total) => `Keeping the guide: ${megabytes(kept)} of ${megabytes(total)} MB`,
};

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1);

/** Draws the control in a place, and keeps it up to date. @param {HTMLElement} place */
export async function control(place) {
  const status = /** @type {HTMLElement} */ (place.querySelector(".status"));
  const controls = /** @type {HTMLElement} */ (place.querySelector(".controls"));
  /** @type {Hindrance | undefined} */
  let hindrance;

  /** @param {string} sentence @param {(HTMLElement)[]} parts */
  function show(sentence, ...parts) {
    const here = controls.contains(document.activeElement);
    if (status.textContent !== sentence) status.textContent = sentence;
    controls.replaceChildren(...parts);
    if (here) controls.querySelector("button")?.focus();
  }

  /** @param {string} [sentence] */
  async function showWhatIsKept(sentence) {
    const found = await registration();
    if (found?.active) show(words.kept, outlinedButton(words.remove, remove));
    else if (found?.installing) watch(found.installing);
    else if ((await cacheNames()).length) show(sentence ?? words.partly, outlinedButton(words.again, start), outlinedButton(words.remove, remove));
    else show(sentence ?? (savesData() ? words.saves(place.dataset.size ?? "") : ""), outlinedButton(words.keep, start));
  }

  async function start() {
    hindrance = undefined;
    showProgress(0, Number(place.dataset.bytes));
    try {
      const { installing } = await keep();
      if (installing) watch(installing);
      else await showWhatIsKept();
    } catch {
      await showWhatIsKept(hindrances.network);
    }
  }

  /** @param {ServiceWorker} worker */
  function watch(worker) {
    showProgress(0, Number(place.dataset.bytes), worker);
    worker.addEventListener("statechange", async () => {
      if (worker.state === "activated") await showWhatIsKept();
      if (worker.state !== "redundant") return;
      await showWhatIsKept(words.failed);
      if (hindrance) fail(hindrance);
    });
  }

  /** @param {number} kept @param {number} total @param {ServiceWorker} [worker] */
  function showProgress(kept, total, worker) {
    const bar = controls.querySelector("progress") ?? document.createElement("progress");
    const label = controls.querySelector("label") ?? document.createElement("label");
    Object.assign(bar, { max: total, value: kept });
    label.replaceChildren(words.coming(kept, total), bar);
    if (!label.isConnected) show("", label);
    if (worker && !controls.querySelector("button")) {
      controls.append(outlinedButton(words.stop, () => worker.postMessage("stop")));
    }
  }

  async function remove() {
    await forget();
    await showWhatIsKept(words.removed);
  }

  /** Shows why keeping failed. The reason may arrive before or after the worker becomes redundant. @param {Hindrance} reason */
  function fail(reason) {
    hindrance = reason;
    if (status.textContent === words.failed) showWhatIsKept(hindrances[reason]);
  }

  /** @param {KeptSaid} said */
  function heard(said) {
    if (said === "ask") return;
    if ("failed" in said) fail(said.failed);
    if ("kept" in said && controls.querySelector("progress")) showProgress(said.kept, said.total);
  }

  if (!canKeep()) return show(words.impossible);
  listen(heard);
  await showWhatIsKept();
}
