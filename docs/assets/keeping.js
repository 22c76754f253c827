/** The guide kept on this device: what there is of it, and how it is kept, brought up to date and taken away. */

/** @typedef {"storage" | "network" | "changed" | "stopped" | "later"} Hindrance why the guide could not be kept */
/**
 * @typedef {{kept: number, total: number} | {failed: Hindrance} | {mended: string} | {broken: string} | "ask"} KeptSaid what
 *   the service worker says
 */
/** @typedef {"take over" | "stop" | "tell"} KeptAsked what it is asked */

const SITE = new URL("..", import.meta.url);
const OURS = `guide ${SITE.href} `;

/** A page that is not sent over a safe connection cannot keep anything. */
export const canKeep = () => "serviceWorker" in navigator && "caches" in globalThis;

/** @returns {Promise<ServiceWorkerRegistration | undefined>} */
export async function registration() {
  const found = canKeep() ? await navigator.serviceWorker.getRegistration(SITE.href) : undefined;
  return found?.scope === SITE.href ? found : undefined;
}

/** Only ever at the reader's wish: the first thing that is written on their device. */
export const keep = () =>
  navigator.serviceWorker.register(new URL("sw.js", SITE), { scope: SITE.pathname, updateViaCache: "none" });

export async function forget() {
  await (await registration())?.unregister();
  await Promise.all((await ours()).map((name) => caches.delete(name)));
}

/** The names under which something is kept. */
export async function ours() {
  return canKeep() ? (await caches.keys()).filter((name) => name.startsWith(OURS)) : [];
}

/** @param {(said: KeptSaid) => void} heard */
export function listen(heard) {
  navigator.serviceWorker.addEventListener("message", ({ data }) => heard(data));
  navigator.serviceWorker.startMessages();
}
