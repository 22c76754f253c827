/**
 * Makes the runtime: `node bundle.mjs PYODIDE PACKAGES CALCULATORS FOLDER`.
 *
 * What the calculators use is found, compiled and packed inside Pyodide itself (inside.py). Then the folder is opened
 * as a browser opens it: every module must load, and every reply must be the same as with the whole standard library.
 */

import { copyFile, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, exit, stderr } from "node:process";

import { loadPyodide } from "pyodide";

import { openCalculators } from "../../docs/assets/python.js";
import { openRuntime } from "./open.mjs";

/** @typedef {{modules: string[], requests: string[], replies: string[]}} Found */

const AS_THEY_COME = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"];
const [pyodide, packages, calculators, folder] = /** @type {[string, string, string, string]} */ (argv.slice(2));

/** @param {string} name */
const beside = (name) => readFile(new URL(name, import.meta.url), "utf8");

/** @returns {Promise<Found>} */
async function pack() {
  const python = await loadPyodide({
    args: ["-X", "no_debug_ranges"], // without the columns of each instruction the bytecode is a fifth smaller
    env: { PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: "315532800" }, // the same bytes whenever it is made
  });
  python.mountNodeFS("/packages", packages);
  python.mountNodeFS("/project/calculators", calculators);
  python.FS.writeFile("/sitecustomize.py", await beside("sitecustomize.py"));
  python.runPython(await beside("inside.py"), { filename: "inside.py" });
  const found = python.runPython("make()");
  await writeFile(join(folder, "python.zip"), python.FS.readFile("/python.zip"));
  return JSON.parse(found);
}

async function describe() {
  /** @type {import("pyodide").Lockfile} */
  const { info } = JSON.parse(await readFile(join(pyodide, "pyodide-lock.json"), "utf8"));
  for (const name of AS_THEY_COME) await copyFile(join(pyodide, name), join(folder, name));
  const sizes = [...AS_THEY_COME, "python.zip"].map(async (name) => [name, (await stat(join(folder, name))).size]);
  const manifest = { bytes: Object.fromEntries(await Promise.all(sizes)), lock: info };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
}

/** @param {Found} found */
async function check(found) {
  const python = await openRuntime(folder);
  const load = python.pyimport("importlib.import_module");
  for (const name of found.modules) load(name);
  const respond = openCalculators(python);
  for (const [number, request] of found.requests.entries()) {
    if (respond(request) !== found.replies[number]) throw new Error(`the runtime answers otherwise: ${request}`);
  }
}

try {
  const found = await pack();
  await describe();
  await check(found);
} catch (fault) {
  const told = fault instanceof Error ? fault.message : String(fault);
  stderr.write(`The calculators' runtime cannot be made: ${told.trimEnd().split("\n").at(-1)}\n`);
  exit(1);
}
