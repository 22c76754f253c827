/**
 * Makes the runtime: `node build-runtime.mjs PYODIDE PACKAGES CALCULATORS DRAFTS FOLDER`.
 *
 * `prepare_archives.py` has written the archives, and `shrink-pyodide.mjs` has put a smaller Pyodide into the folder.
 * Inside Pyodide, `loaded_modules.py` finds which modules of the archives the calculators use, and `compile_and_zip.py`
 * compiles and packs those for `bundle_importer.py`. Then it divides them by what each calculator's first answer needs,
 * which `first_answer_needs.py` lists. Then the folder is opened much as in a browser: every module must load, and every
 * reply must be the same as CPython's. That is done twice: first with a WebAssembly that counts which of its functions
 * run, then with the two parts that it's split into.
 */

import { readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, exit, stderr } from "node:process";

import { loadPyodide } from "pyodide";

import { ARCHIVE, DEFERRED, WASM } from "../../docs/assets/engine/start-python.js";
import { openCalculatorsWithRest, openRuntime } from "./open-runtime.mjs";
import { COUNTED, ran, split } from "./split-wasm.mjs";

/** @typedef {{modules: string[], requests: string[], replies: string[]}} Found */

const [pyodide, packages, calculators, drafts, folder] = /** @type {[string, string, string, string, string]} */ (
  argv.slice(2)
);

/**
 * An interpreter that always compiles the same source to the same bytes. Leaving out column numbers saves a fifth.
 * @param {string} [library] an archive to use instead of the standard library
 */
const steadyPython = (library) =>
  loadPyodide({
    args: ["-X", "no_debug_ranges"],
    env: { PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: "315532800" },
    ...(library && { stdLibURL: library }),
  });

/**
 * The modules that a reader's interpreter has loaded once it has answered, and the methods of dataclasses.
 * @param {string} found
 * @returns {Promise<string>} JSON
 */
async function used(found) {
  const python = await steadyPython(join(drafts, "lean.zip"));
  python.mountNodeFS("/project/calculators", calculators);
  python.globals.set("found", found);
  return runFile(python, "loaded_modules.py");
}

/**
 * Compiles and packs the modules, in a new interpreter with the whole library, as compiling needs more modules. Then
 * divides them.
 * @param {string} loaded
 * @param {string} found
 */
async function pack(loaded, found) {
  const python = await steadyPython();
  python.mountNodeFS("/project/runtime", import.meta.dirname);
  python.mountNodeFS("/packages", packages);
  python.mountNodeFS("/drafts", drafts);
  await runFile(python, "compile_and_zip.py");
  python.globals.get("pack")(loaded);
  await describe();
  python.globals.get("divide")(await firstAnswerNeeds(found));
}

/**
 * What each calculator's first answer needs of the archive.
 * @param {string} found
 * @returns {Promise<string>} JSON
 */
async function firstAnswerNeeds(found) {
  const python = await openRuntime(folder);
  python.globals.set("found", found);
  return runFile(python, "first_answer_needs.py");
}

/**
 * @param {import("pyodide").PyodideAPI} python
 * @param {string} name
 */
const runFile = async (python, name) =>
  python.runPython(await readFile(new URL(name, import.meta.url), "utf8"), { filename: name });

async function describe() {
  /** @type {import("pyodide").Lockfile} */
  const { info } = JSON.parse(await readFile(join(pyodide, "pyodide-lock.json"), "utf8"));
  const bundles = (await readdir(drafts)).filter((name) => name.endsWith(".bin"));
  for (const name of [ARCHIVE, ...bundles]) await writeFile(join(folder, name), await readFile(join(drafts, name)));
  const sizes = [WASM, ARCHIVE, ...bundles.sort()].map(async (name) => [name, (await stat(join(folder, name))).size]);
  const manifest = { bytes: Object.fromEntries(await Promise.all(sizes)), lock: info };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
}

const FORGET = `
import sys

def forget():
    for name in [*sys.modules]:
        if name.partition(".")[0] == "calculators":
            del sys.modules[name]

forget
`;

/**
 * Opens the folder, and checks all replies. Each calculator has to load its modules itself, as on its own page.
 * @param {Found} found
 * @param {(exports: WebAssembly.Exports) => void} [watch]
 */
async function check(found, watch) {
  const python = await openRuntime(folder, watch);
  const forget = python.runPython(FORGET);
  const load = python.pyimport("importlib.import_module");
  let [respond, last] = [openCalculatorsWithRest(python, folder), ""];
  for (const [number, request] of found.requests.entries()) {
    const [asked = ""] = /(?<="calculator": ")\w+/.exec(request) ?? [];
    if (asked !== last) {
      forget();
      [respond, last] = [openCalculatorsWithRest(python, folder), asked];
    }
    if (respond(request) !== found.replies[number]) throw new Error(`the runtime answers otherwise: ${request}`);
  }
  for (const name of found.modules) load(name);
}

/** Splits the WebAssembly by what runs in answering. @param {Found} found */
async function splitWasm(found) {
  const [wasm, whole] = [join(folder, WASM), join(drafts, WASM)];
  await rename(wasm, whole);
  await rename(join(folder, COUNTED), wasm);
  /** @type {WebAssembly.Exports} */
  let counters = {};
  await check(found, (exports) => (counters = exports));
  const { first, deferred } = split(await readFile(whole), ran(counters));
  await writeFile(wasm, first);
  await writeFile(join(folder, DEFERRED), deferred);
}

try {
  const text = await readFile(join(drafts, "found.json"), "utf8");
  const found = JSON.parse(text);
  await pack(await used(text), text);
  await describe();
  await splitWasm(found);
  await describe();
  await check(found);
} catch (fault) {
  stderr.write(`The calculators' runtime cannot be made: ${inOneLine(fault)}\n`);
  exit(1);
}

/**
 * The line of a Python traceback that says what went wrong.
 * @param {unknown} fault
 */
function inOneLine(fault) {
  const lines = (fault instanceof Error ? fault.message : String(fault)).trimEnd().split("\n");
  return lines.findLast((line) => /^[\w.]+: /.test(line)) ?? lines.at(-1);
}
