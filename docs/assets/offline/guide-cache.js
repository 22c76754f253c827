/** The copy of the guide in this browser: finds, makes and removes it, and listens to its service worker. */

/** @typedef {"storage" | "network" | "changed" | "stopped" | "later"} Hindrance why the guide couldn't be kept */
/**
 * @typedef {{kept: number, total: number} | {failed: Hindrance} | {mended: string} | {broken: string} | "ask"} KeptSaid
 *   a message from the service worker
 */
/** @typedef {"take over" | "stop" | "tell"} KeptAsked a message to it */

import { SITE } from "../lib/site.js";

const PREFIX = `guide ${SITE.href} `;

/** Whether this browser can keep the guide. It can't on a page loaded over plain HTTP. */
export const canKeep = () => "serviceWorker" in navigator && "caches" in globalThis;

/** @returns {Promise<ServiceWorkerRegistration | undefined>} */
export async function registration() {
  const found = canKeep() ? await navigator.serviceWorker.getRegistration(SITE.href) : undefined;
  return found?.scope === SITE.href ? found : undefined;
}

/** Starts keeping the guide. Only call this if the reader asks: nothing is stored on their device before that. */
export const keep = () =>
  navigator.serviceWorker.register(new URL("sw.js", SITE), { scope: SITE.pathname, updateViaCache: "none" });

/** Removes the guide from this device. */
export async function forget() {
  await (await registration())?.unregister();
  await Promise.all((await cacheNames()).map((name) => caches.delete(name)));
}

/** The caches that hold any part of the guide. */
export async function cacheNames() {
  return canKeep() ? (await caches.keys()).filter((name) => name.startsWith(PREFIX)) : [];
}

/** Passes on each message of the service worker. @param {(said: KeptSaid) => void} heard */
export function listen(heard) {
  navigator.serviceWorker.addEventListener("message", ({ data }) => heard(data));
  navigator.serviceWorker.startMessages();
}
