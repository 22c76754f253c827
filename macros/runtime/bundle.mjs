/**
 * Makes the runtime: `node bundle.mjs PYODIDE PACKAGES CALCULATORS FOLDER`.
 *
 * What the calculators use is found, compiled and packed inside Pyodide itself (inside.py). Then the folder is opened
 * as a browser opens it: every module must load, and every reply must be the same as with the whole standard library.
 */

import { copyFile, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, exit, stderr } from "node:process";
import { fileURLToPath } from "node:url";

import { loadPyodide } from "pyodide";

import { openCalculators } from "../../docs/assets/python.js";
import { openRuntime } from "./open.mjs";

/** @typedef {{modules: string[], requests: string[], replies: string[]}} Found */

const LEAN = "lean.zip";
const AS_THEY_COME = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"];
const [pyodide, packages, calculators, folder] = /** @type {[string, string, string, string]} */ (argv.slice(2));

/**
 * An interpreter that makes the same bytes whenever it runs, a fifth fewer without the columns of each instruction.
 * @param {string} [library] the standard library
 */
async function interpreter(library) {
  const python = await loadPyodide({
    args: ["-X", "no_debug_ranges"],
    env: { PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: "315532800" },
    ...(library ? { stdLibURL: library } : {}),
  });
  python.mountNodeFS("/packages", packages);
  python.mountNodeFS("/instead", fileURLToPath(new URL("instead", import.meta.url)));
  python.mountNodeFS("/project/calculators", calculators);
  return python;
}

/**
 * @param {import("pyodide").PyodideAPI} python
 * @param {string} name
 */
const runFile = async (python, name) =>
  python.runPython(await readFile(new URL(name, import.meta.url), "utf8"), { filename: name });

/** @returns {Promise<Found>} */
async function pack() {
  const python = await interpreter();
  await runFile(python, "inside.py");
  const found = python.runPython("lighten(); find()");
  await writeFile(join(folder, LEAN), python.FS.readFile(`/${LEAN}`));
  const lean = await interpreter(join(folder, LEAN));
  lean.globals.set("found", found);
  python.globals.get("gather")(await runFile(lean, "loaded.py"));
  await rm(join(folder, LEAN));
  python.runPython("compile_all(CALCULATORS); compile_all(LIBRARY, optimize=2); join()"); // nobody reads docstrings there
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
  stderr.write(`The calculators' runtime cannot be made: ${inOneLine(fault)}\n`);
  exit(1);
}

/**
 * The line of a Python traceback that tells what went wrong.
 * @param {unknown} fault
 */
function inOneLine(fault) {
  const lines = (fault instanceof Error ? fault.message : String(fault)).trimEnd().split("\n");
  return lines.findLast((line) => /^[\w.]+: /.test(line)) ?? lines.at(-1);
}
