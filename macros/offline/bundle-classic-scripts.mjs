/**
 * Turns modules into classic scripts, for pages opened from a folder:
 * `node bundle-classic-scripts.mjs ASSETS RUNTIME MODULE...`.
 *
 * It writes JSON: each module of a page as one script, and the worker as one script with all the runtime's code.
 */

import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { argv, stdout } from "node:process";

import { build, transform } from "esbuild";

const [assets, runtime, ...modules] = /** @type {[string, string, ...string[]]} */ (argv.slice(2));
const here = { "import.meta.url": "here" };

/**
 * One script with a module and everything it imports. A page's script must not use import.meta.url, but get the root of
 * the site from `lib/site.js`.
 * @param {string} name
 * @param {Record<string, string>} [define]
 */
async function bundle(name, define = {}) {
  const logOverride = /** @type {const} */ ({ "empty-import-meta": "error" });
  const options = /** @type {const} */ ({ bundle: true, format: "iife", write: false, define, logOverride });
  const { outputFiles } = await build({ entryPoints: [join(assets, name)], ...options });
  return outputFiles.map(({ text }) => text).join("");
}

/** A module as a function that takes its address and returns its exports. @param {string} code */
async function asFunction(code) {
  const made = await transform(code, { format: "iife", globalName: "exported", define: here });
  return `(here) => {\n${imported(made.code)}return exported;\n}`;
}

/** Turns imports into calls, as not every browser can import from a blob's address. @param {string} code */
const imported = (code) => code.replace(/\bimport\(/g, "carried(");

/** @param {string} path */
const entry = async (path) => `${JSON.stringify(basename(path))}: ${await asFunction(await readFile(path, "utf8"))}`;

async function worker() {
  const code = (await readdir(runtime)).filter((name) => /\.m?js$/.test(name)).sort();
  const paths = [...code.map((name) => join(runtime, name)), join(assets, "engine/start-python.js")];
  const first = await readFile(new URL("worker-fetch-shim.js", import.meta.url), "utf8");
  const carried = `const CODE = {\n${(await Promise.all(paths.map(entry))).join(",\n")}\n};\n`;
  const ours = `const here = "file:///assets/worker.js";\n${imported(await bundle("worker.js", here))}`;
  return `(() => {\n${carried}${first}${ours}})();\n`;
}

const made = await Promise.all(modules.map(async (name) => [name, await bundle(name)]));
stdout.write(JSON.stringify(Object.fromEntries([...made, ["worker.js", await worker()]])));
