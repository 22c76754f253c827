/** Makes branded copies from the site's own files: the offline copy for readers, and the archive for a web server. */

import { SITE } from "../lib/site.js";
import { checksums, described, hex } from "./digest.js";
import { brandedFile, escaped, placeOf } from "./pages.js";
import { packed, unpacked } from "./zip.js";

/** @import { Brand, Parts } from "./pages.js" */
/** @import { Bytes, Files } from "./zip.js" */
/** @typedef {"bringing" | "packing"} Stage */
/** @typedef {{brand: Brand, parts: Parts, signal: AbortSignal, progress: (stage: Stage, done: number, total: number) => void}} Order */
/** @typedef {{files: Record<string, [size: number, digest: string]>, packed: string[], least: number}} Listed */

const KIT = "hosting/files.zip";
const SUMS = "SHA256SUMS.txt";
const AT_ONCE = 6;
const KEPT = /^const KEPT = (.*);$/m;
/** Files with this site's address in them, left out of a copy. */
const OF_ADDRESS = ["robots.txt", "sitemap.xml"];

/** Raised if a copy couldn't be made. The page has a sentence for each reason. */
export class NotMade extends Error {
  /** @param {"network" | "changed"} reason @param {string} path */
  constructor(reason, path) {
    super(`${reason}: ${path}`);
    this.reason = reason;
  }
}

/** A file name made from the name of a service. @param {string} name */
export const fileName = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "guide";

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);
/** @param {Bytes | undefined} content */
const text = (content) => new TextDecoder().decode(content);

/** The offline copy, as a zip file. @param {Order} order @returns {Promise<Blob>} */
export async function offlineCopy(order) {
  const { files } = await listed(order);
  const path = copyIn(Object.keys(files));
  const content = await bring(path, files[path], order, (done) => order.progress("bringing", done, files[path]?.[0] ?? 1));
  return folder(await unpacked(content), order);
}

/** @param {string[]} paths */
const copyIn = (paths) => paths.find((path) => /^offline\/.*\.zip$/.test(path)) ?? "";

/** @param {Files} found the files of the offline copy @param {Order} order */
async function folder(found, { brand, parts, signal, progress }) {
  /** @type {Files} */
  const made = new Map();
  const place = `${fileName(brand.name)}/`;
  const before = [...found.keys()][0]?.split("/")[0] ?? "";
  const sums = new Map(text(found.get(`${before}/${SUMS}`)).trim().split("\n").map((line) => /** @type {[string, string]} */ ([line.slice(66), line.slice(0, 64)])));
  if (brand.logo) found.set(`${before}/guide/${placeOf(brand.logo)}`, brand.logo.content);
  for (const [path, content] of found) {
    const within = path.slice(before.length + 1);
    if (within === SUMS) continue;
    const now = within.startsWith("guide/")
      ? brandedFile(within.slice("guide/".length), content, brand, parts)
      : bytes(text(content).replaceAll(escaped(parts.name), () => escaped(brand.name)));
    if (now !== content || !sums.has(within)) sums.set(within, await hex(now));
    made.set(`${place}${within}`, now);
  }
  made.set(`${place}${SUMS}`, bytes(checksums(sums)));
  return packed(made, { signal, progress: (done, total) => progress("packing", done, total) });
}

/** The archive for a web server, as a zip file. @param {Order} order @returns {Promise<Blob>} */
export async function hostArchive(order) {
  const { brand, signal, progress } = order;
  const kit = await listed(order);
  const site = await bringAll(kit.files, order);
  await brandSite(site, order);
  const place = fileName(brand.name);
  /** @type {Files} */
  const whole = new Map();
  const rest = await kitOf(site, kit, order);
  for (const [path, content] of site) whole.set(`${place}/site/${path}`, content);
  for (const [path, content] of rest) whole.set(`${place}/${path}`, content);
  const suffixes = new Set(kit.packed);
  /** @type {Map<string, string>} */
  const sums = new Map();
  return packed(whole, {
    signal,
    beside: (path) =>
      path.startsWith(`${place}/site/`) && suffixes.has(suffix(path)) && (whole.get(path)?.length ?? 0) >= kit.least,
    told: async (path, content) => void sums.set(path.slice(place.length + 1), await hex(content)),
    progress: (done, total) => progress("packing", done, total),
    last: () => new Map([[`${place}/SHA256SUMS`, bytes(checksums(sums))]]),
  });
}

/** @param {string} path */
const suffix = (path) => path.match(/\.[^./]*$/)?.[0] ?? "";

/** The build's list for this page: the site's files, and the files for a host. @param {Order} order */
async function listed({ signal }) {
  const answer = await fetch(new URL(KIT, SITE), { cache: "no-cache", signal }).catch(() => undefined);
  signal.throwIfAborted();
  if (!answer?.ok) throw new NotMade("network", KIT);
  const kit = await unpacked(new Uint8Array(await answer.arrayBuffer()));
  return { ...(/** @type {Listed} */ (JSON.parse(text(kit.get("files.json"))))), kit };
}

/** @param {Listed["files"]} files @param {Order} order @returns {Promise<Files>} */
async function bringAll(files, order) {
  const left = Object.keys(files).filter((path) => !OF_ADDRESS.includes(path));
  const total = left.reduce((sum, path) => sum + (files[path]?.[0] ?? 0), 0);
  /** @type {Files} */
  const found = new Map();
  let done = 0;
  const some = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const content = await bring(path, files[path], order);
      found.set(path, content);
      order.progress("bringing", (done += content.length), total);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
  return found;
}

/**
 * @param {string} path
 * @param {[number, string] | undefined} known
 * @param {Order} order
 * @param {(done: number) => void} [progress]
 * @returns {Promise<Bytes>} the file, unchanged since the build
 */
async function bring(path, known, { signal }, progress) {
  const address = new URL(path.replace(/(^|\/)index\.html$/, "$1"), SITE);
  const answer = await fetch(address, { cache: "no-cache", signal }).catch(() => undefined);
  const content = await answer?.arrayBuffer().catch(() => undefined);
  signal.throwIfAborted();
  if (!content) throw new NotMade("network", path);
  const found = new Uint8Array(content);
  const [size, digest] = await described(found);
  if (size !== known?.[0] || digest !== known[1]) throw new NotMade(answer?.ok ? "changed" : "network", path);
  progress?.(size);
  return found;
}

/** @param {Files} site @param {Order} order */
async function brandSite(site, order) {
  const { brand, parts } = order;
  const before = new Map(site);
  const old = copyIn([...site.keys()]);
  const oldDigest = await hex(/** @type {Bytes} */ (site.get(old)));
  const copy = new Uint8Array(await (await folder(await unpacked(/** @type {Bytes} */ (site.get(old))), order)).arrayBuffer());
  const now = `offline/${fileName(brand.name)}.zip`;
  const digest = await hex(copy);
  site.delete(old);
  site.set(now, copy);
  site.set(`offline/${SUMS}`, bytes(`${digest}  ${now.slice("offline/".length)}\n`));
  if (brand.logo) site.set(placeOf(brand.logo), brand.logo.content);
  /** @param {string} html */
  const told = (html) =>
    html.replaceAll(old, now).replaceAll(oldDigest, digest).replace(/(Download the zip file, )\d+( MB)/, `$1${Math.ceil(copy.length / 1e6)}$2`);
  for (const [path, content] of site) {
    let made = brandedFile(path, content, brand, parts);
    if (path === "404.html") made = bytes(fromRoot(text(made)));
    if (path.endsWith(".html") && text(made).includes(oldDigest)) made = bytes(told(text(made)));
    site.set(path, made);
  }
  await brandWorker(site, before);
}

/** A page that's served at any address, such as 404, with its links from the server's root. @param {string} html */
function fromRoot(html) {
  const root = html.match(/<meta name="site-root" content="([^"]*)">/)?.[1] ?? "/";
  return root === "/" ? html : html.replaceAll(`="${root}`, '="/');
}

/** Updates the list in the service worker of the files it keeps. @param {Files} site @param {Files} before */
async function brandWorker(site, before) {
  const script = text(site.get("sw.js"));
  /** @type {{release: string, files: Record<string, [number, string]>}} */
  const { files } = JSON.parse(script.match(KEPT)?.[1] ?? "{}");
  for (const path of OF_ADDRESS) delete files[path];
  for (const [path, content] of site) {
    const address = path.replace(/(^|\/)index\.html$/, "$1");
    const isNew = path.startsWith("assets/brand.");
    if (isNew || (address in files && before.get(path) !== content)) files[address] = await described(content);
  }
  const ordered = Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
  const release = (await hex(bytes(JSON.stringify(ordered)))).slice(0, 12);
  const known = JSON.stringify({ files: ordered, release });
  site.set("sw.js", bytes(script.replace(KEPT, () => `const KEPT = ${known};`)));
}

/**
 * The files beside the site in the archive. Also gives the site the list that its own brand builder needs.
 * @param {Files} site
 * @param {Listed & {kit: Files}} listed
 * @param {Order} order
 */
async function kitOf(site, { kit, packed: suffixes, least }, { brand, parts, signal }) {
  /** @type {Listed["files"]} */
  const files = {};
  for (const [path, content] of site) files[path] = await described(content);
  const again = new Map(kit).set("files.json", bytes(JSON.stringify({ files, packed: suffixes, least })));
  site.set(KIT, new Uint8Array(await (await packed(again, { signal })).arrayBuffer()));
  const rest = new Map(kit);
  rest.delete("files.json");
  const readMe = text(kit.get("README.txt")).replace("{name}", () => brand.name).replace("{guide}", () => parts.guide);
  return rest.set("README.txt", bytes(readMe));
}
