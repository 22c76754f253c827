/**
 * The service worker: keeps the guide on a device if the reader asks, and serves pages from what it has kept.
 *
 * The build puts KEPT before this: the release, and every file with its size and digest. A new release is kept complete
 * or not at all, beside the one in use. It takes over when the reader says so, or when no page of the guide is open.
 */

/** @import { KeptSaid, KeptAsked } from "../../docs/assets/offline/guide-cache.js" */

/**
 * @typedef {Event & {waitUntil: (promise: Promise<unknown>) => void}} Lasting
 * @typedef {Lasting & {request: Request, respondWith: (response: Promise<Response>) => void}} Fetching
 * @typedef {object} Clients
 * @property {(options: object) => Promise<{postMessage: (said: KeptSaid) => void}[]>} matchAll
 * @property {() => Promise<void>} claim
 */

const worker = /** @type {typeof self & {registration: ServiceWorkerRegistration, clients: Clients, skipWaiting: () => Promise<void>}} */ (
  self
);
const SCOPE = worker.registration.scope;
const OURS = `guide ${SCOPE} `; // several guides may share a host
const NAME = OURS + KEPT.release;
const TOTAL = Object.values(KEPT.files).reduce((sum, [size]) => sum + size, 0);
const AT_ONCE = 4;
const CHECKED_EACH_TIME = 1_000_000; // bytes; the page counts the bytes of larger files itself, or can't compile them

/** An error with its reason. The page has a sentence for each reason. */
class Failed extends Error {
  /** @param {Extract<KeptSaid, {failed: unknown}>["failed"]} reason @param {string} path */
  constructor(reason, path) {
    super(`${reason}: ${path}`);
    this.reason = reason;
  }
}

const stopping = new AbortController();
/** A message for pages that may still be loading, until one asks for it. @type {KeptSaid | undefined} */
let news;

worker.addEventListener("install", (event) => /** @type {Lasting} */ (event).waitUntil(install()));
worker.addEventListener("activate", (event) => /** @type {Lasting} */ (event).waitUntil(takeOver()));
worker.addEventListener("message", (/** @type {MessageEvent<KeptAsked>} */ { data }) => {
  if (data === "take over") worker.skipWaiting();
  if (data === "stop") stopping.abort();
  if (data === "tell" && news) say(news);
  if (data === "tell") news = undefined;
});
worker.addEventListener("fetch", (event) => {
  const { request, respondWith } = /** @type {Fetching} */ (event);
  const address = new URL(request.url);
  if (request.method !== "GET" || !address.href.startsWith(SCOPE)) return;
  respondWith.call(event, answer(request, decodeURI(address.href.slice(SCOPE.length).replace(/[?#].*/s, ""))));
});

// Keeping

async function install() {
  try {
    if (worker.registration.active && savesData()) throw new Failed("later", NAME);
    await keepAll();
  } catch (fault) {
    const reason = stopping.signal.aborted ? "stopped" : fault instanceof Failed ? fault.reason : "storage";
    if (reason !== "network") await caches.delete(NAME);
    await say({ failed: reason });
    throw fault;
  }
}

const savesData = () => "connection" in navigator && Boolean(Object(navigator.connection).saveData);

async function keepAll() {
  const cache = await caches.open(NAME);
  const left = Object.keys(KEPT.files);
  let kept = 0;
  const some = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      await keep(cache, path);
      await say({ kept: (kept += fileOf(path)[0]), total: TOTAL });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
}

/**
 * Keeps a file. Uses one left by an earlier release or an interrupted download, if it's the same file.
 * @param {Cache} cache @param {string} path
 */
async function keep(cache, path) {
  stopping.signal.throwIfAborted();
  const before = await caches.match(SCOPE + path);
  if (before && (await isWhole(before, path))) {
    if (!(await cache.match(SCOPE + path))) await cache.put(SCOPE + path, before);
  } else {
    await cache.put(SCOPE + path, await bring(path));
  }
}

/**
 * @param {string} path
 * @returns {Promise<Response>} a response with the complete file, not redirected
 */
async function bring(path) {
  const { signal } = stopping;
  const response = await fetch(SCOPE + path, { cache: "no-cache", signal }).catch(() => undefined);
  const content = await response?.blob().catch(() => undefined);
  if (!response || !content) throw new Failed("network", path);
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name); // about the transfer, not the file
  const whole = new Response(content, { headers });
  if (!response.ok || !(await isWhole(whole, path))) throw new Failed("changed", path);
  return whole;
}

/** @param {Response} response @param {string} path */
async function isWhole(response, path) {
  const [size, digest] = fileOf(path);
  const content = await response.clone().arrayBuffer();
  if (content.byteLength !== size) return false;
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return btoa(String.fromCharCode(...bytes)) === digest;
}

/** @param {string} path @returns {[number, string]} */
const fileOf = (path) => KEPT.files[path] ?? [0, ""];

// Taking over

/** Keeps an earlier release while its pages are open, as they may still load their calculator. */
async function takeOver() {
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length < 2) await forgetOthers();
  await worker.clients.claim();
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
}

// Answering

/** @param {Request} request @param {string} path */
async function answer(request, path) {
  if (path in KEPT.files) return fromKept(request, path);
  if (`${path}/` in KEPT.files) return Response.redirect(`${SCOPE}${path}/`);
  if (path.endsWith("index.html")) return fromKept(request, path.slice(0, -"index.html".length));
  return (await caches.match(request)) ?? fromServer(request);
}

/**
 * Answers from the kept files. Gets a missing or damaged file from the server, and keeps it if it's of the same
 * release.
 * @param {Request} request @param {string} path
 */
async function fromKept(request, path) {
  if (!(path in KEPT.files)) return fromServer(request);
  const kept = request.cache === "reload" ? undefined : await caches.match(SCOPE + path, { cacheName: NAME });
  if (kept && (fileOf(path)[0] > CHECKED_EACH_TIME || (await isWhole(kept, path)))) return kept;
  if (!(await caches.has(NAME))) return fromServer(request);
  try {
    const fresh = await bring(path);
    await (await caches.open(NAME)).put(SCOPE + path, fresh.clone());
    remember({ mended: path });
    return fresh;
  } catch {
    remember({ broken: path });
    return fromServer(request);
  }
}

/** @param {Request} request */
async function fromServer(request) {
  try {
    return await fetch(request);
  } catch (fault) {
    if (request.mode !== "navigate") throw fault;
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'; style-src 'self'; font-src 'self'" };
    return new Response(NOT_KEPT, { status: 503, headers });
  }
}

const NOT_KEPT = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>There is no connection</title>
<link rel="stylesheet" href="${SCOPE}assets/styles/tokens.css"><link rel="stylesheet" href="${SCOPE}assets/styles/standalone-page.css"></head>
<body><main><h1>There is no connection</h1><p>This page isn’t kept on this device, or the copy here is damaged.
Try again when you have a connection.</p><p><a href="${SCOPE}">Go to the home page</a></p></main></body></html>`;

/**
 * Stores a message, and has open pages ask for it. A page that's still loading asks once it can.
 * @param {KeptSaid} said
 */
function remember(said) {
  news = said;
  say("ask");
}

/** @param {KeptSaid} said */
async function say(said) {
  const listening = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of listening) page.postMessage(said);
}
