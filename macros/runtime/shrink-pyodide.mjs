/**
 * Removes from Pyodide what only packages need: `node shrink-pyodide.mjs PYODIDE FOLDER`.
 *
 * Pyodide keeps every C and Emscripten function for packages that are linked at run time, and at its start puts each
 * one into a table. There are no such packages here. Rollup drops the JavaScript functions that are no longer called,
 * then Binaryen drops the WebAssembly functions that neither Python nor that JavaScript calls. A copy of what is left
 * counts which functions run.
 */

import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, stderr } from "node:process";

import { transform } from "esbuild";
import { rollup } from "rollup";

import { WASM } from "../../docs/assets/engine/start-python.js";
import { binary, COUNTED, counted, exportsOf, opened } from "./split-wasm.mjs";

/** @import binaryen from "binaryen" */

const [STARTER, SCRIPT] = /** @type {const} */ (["pyodide.mjs", "pyodide.asm.mjs"]);
const BY_NAME = ["__main_argc_argv", "__indirect_function_table", "memory"]; // looked up by computed names

/**
 * The script without what only a package would call: tables, copies in `Module`, and `eval`, which our policy forbids.
 * @param {string} script
 * @param {string} starter
 * @param {Set<string>} imports
 */
function unlinked(script, starter, imports) {
  const read = mentioned(script + starter);
  const table = replaced(script, /var wasmImports=\{(.*?)\}/, (_, entries) => {
    const kept = entries.split(",").filter((entry) => imports.has(nameOf(entry)));
    return `var wasmImports={${kept.join(",")}}`;
  });
  const copies = replaced(table, /Module\["(\w+)"\]=\w+;/g, (all, name) => (read(name) ? all : ""));
  const exported = replaced(copies, /Module\["(\w+)"\]=(?=wasmExports\[)/g, (all, name) => (read(name) ? all : ""));
  const unlisted = replaced(exported, /updateGOT\(origExports\);/, () => "");
  return replaced(unlisted, /\beval\(/g, () => "abort(");
}

/** @param {string} entry in an object literal, with or without a value */
const nameOf = (entry) => (entry.split(":")[0] ?? "").replaceAll('"', "");

/**
 * Whether a property is read anywhere. A single mention is only its assignment, so it doesn’t count.
 * @param {string} script
 * @returns {(name: string) => boolean}
 */
function mentioned(script) {
  /** @type {Map<string, number>} */
  const mentions = new Map();
  for (const [, dotted, quoted = dotted ?? ""] of script.matchAll(/\.(\w+)|\["(\w+)"\]/g)) {
    mentions.set(quoted, (mentions.get(quoted) ?? 0) + 1);
  }
  return (name) => (mentions.get(name) ?? 0) > 1;
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {(all: string, part: string) => string} by
 */
function replaced(text, pattern, by) {
  if (text.search(pattern) < 0) throw new Error(`this Pyodide has no ${pattern.source}`);
  return text.replace(pattern, by);
}

/**
 * The script without functions that are never called.
 * @param {string} script
 */
async function treeShaken(script) {
  const bundle = await rollup({
    input: SCRIPT,
    plugins: [{ name: "script", resolveId: (name) => (name === SCRIPT ? name : false), load: () => script }],
    onLog() {},
    treeshake: { propertyReadSideEffects: false },
  });
  const { output } = await bundle.generate({ format: "es" });
  return output[0].code;
}

/**
 * @param {binaryen.Module} module
 * @param {Set<string>} wanted
 */
function withoutExports(module, wanted) {
  for (const { name } of exportsOf(module)) if (!wanted.has(name)) module.removeExport(name);
  module.runPasses(["remove-unused-module-elements"]);
  return binary(module);
}

/** @param {BufferSource} wasm */
async function importsOf(wasm) {
  return WebAssembly.Module.imports(await WebAssembly.compile(wasm));
}

/** @param {string} pyodide @param {string} folder */
async function shrink(pyodide, folder) {
  const [starter, script] = await Promise.all([STARTER, SCRIPT].map((name) => readFile(join(pyodide, name), "utf8")));
  const wasm = await readFile(join(pyodide, WASM));
  const imports = new Set((await importsOf(wasm)).filter(({ kind }) => kind === "function").map(({ name }) => name));
  const shaken = await treeShaken(unlinked(script ?? "", starter ?? "", imports));
  const called = [...shaken.matchAll(/wasmExports(?:\.|\[")(\w+)/g)].map(([, name]) => name ?? "");
  const smaller = withoutExports(opened(wasm), new Set([...called, ...BY_NAME]));
  const others = (await importsOf(smaller)).filter(({ kind }) => kind !== "function");
  if (others.length) throw new Error(`this Pyodide links ${others.map(({ name }) => name).join(", ")}`);
  const { code } = await transform(shaken, { minify: true, format: "esm" });
  await copyFile(join(pyodide, STARTER), join(folder, STARTER));
  await writeFile(join(folder, SCRIPT), code);
  await writeFile(join(folder, WASM), smaller);
  await writeFile(join(folder, COUNTED), counted(opened(smaller)));
}

const [pyodide, folder] = /** @type {[string, string]} */ (argv.slice(2));
await shrink(pyodide, folder).catch((fault) => {
  stderr.write(`Pyodide cannot be made smaller: ${fault instanceof Error ? fault.message : fault}\n`);
  process.exitCode = 1;
});
