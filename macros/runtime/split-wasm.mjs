/**
 * Splits Pyodide’s WebAssembly in two, so that a reader waits only for the functions that answers need.
 *
 * A copy with a counter in each function shows which ones run. They go into the first part, and the others into the
 * deferred part. Each part has a stub for every function that it calls in the other. A stub calls the function through a
 * table that the parts share, and a stub in the first part loads the deferred part before that. `engine/start-python.js`
 * links the two.
 */

import binaryen from "binaryen";

/** @typedef {binaryen.FunctionInfo} Info */

const { Features } = binaryen;
const FEATURES = [
  ...[Features.BulkMemory, Features.BulkMemoryOpt, Features.CallIndirectOverlong, Features.ExceptionHandling],
  ...[Features.ExtendedConst, Features.Multivalue, Features.MutableGlobals, Features.NontrappingFPToInt],
  ...[Features.ReferenceTypes, Features.SignExt, Features.TailCall],
].reduce((all, one) => all | one);
const SHARED = "shared"; // the table through which the parts call each other
const LOADER = "loader"; // the function that loads the deferred part if it isn't loaded
const [FIRST, DEFERRED] = ["first", "deferred"]; // what each part imports from
const { none, i32 } = binaryen;

export const COUNTED = "counted.wasm";

/** @param {Uint8Array} wasm */
export function opened(wasm) {
  const module = binaryen.readBinary(wasm);
  module.setFeatures(FEATURES);
  return module;
}

/** @param {binaryen.Module} module */
export const binary = (module) => Buffer.from(module.emitBinary());

/** @param {binaryen.Module} module */
export const exportsOf = (module) => listed(module.getNumExports(), (at) => binaryen.getExportInfo(module.getExportByIndex(at)));

/**
 * @template T
 * @param {number} length
 * @param {(at: number) => T} get
 */
const listed = (length, get) => Array.from({ length }, (_, at) => get(at));

/** @param {binaryen.Module} module */
const tablesOf = (module) => listed(module.getNumTables(), (at) => binaryen.getTableInfo(module.getTableByIndex(at)));

/** @param {binaryen.Module} module */
const globalsOf = (module) => listed(module.getNumGlobals(), (at) => binaryen.getGlobalInfo(module.getGlobalByIndex(at)));

/** @param {binaryen.Module} module */
const elementsOf = (module) =>
  listed(module.getNumElementSegments(), (at) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(at)));

/** The functions that a module defines itself, in their order. @param {binaryen.Module} module */
const functionsOf = (module) =>
  listed(module.getNumFunctions(), (at) => binaryen.getFunctionInfo(module.getFunctionByIndex(at))).filter(({ base }) => !base);

/**
 * The module with an exported global for each function, which is 1 once it has run.
 * @param {binaryen.Module} module
 */
export function counted(module) {
  for (const [number, info] of functionsOf(module).entries()) {
    const ran = counter(number);
    module.addGlobal(ran, i32, true, module.i32.const(0));
    module.addGlobalExport(ran, ran);
    const note = module.global.set(ran, module.i32.const(1));
    define(module, info, module.block(null, [note, info.body], info.results), info.vars);
  }
  return binary(module);
}

/** @param {number} number */
const counter = (number) => `ran${number}`;

/** Which functions have run, each by its number. @param {WebAssembly.Exports} exports of a counted module */
export function ran(exports) {
  /** @type {boolean[]} */
  const found = [];
  for (let one; (one = exports[counter(found.length)]); ) found.push(one instanceof WebAssembly.Global && one.value === 1);
  return found;
}

/**
 * The first part, with the functions that have run, and the deferred part.
 * @param {Uint8Array} wasm
 * @param {boolean[]} hasRun
 */
export function split(wasm, hasRun) {
  const [first, deferred] = [opened(wasm), opened(wasm)];
  const all = functionsOf(first);
  if (all.length !== hasRun.length) throw new Error(`${hasRun.length} functions were counted, of ${all.length}`);
  link(first, deferred);
  const wanted = emptied(first, all.filter((_, number) => !hasRun[number]));
  for (const { name } of wanted) deferred.addFunctionExport(name, name);
  const called = emptied(deferred, all.filter((_, number) => hasRun[number]));
  addStubs(first, deferred, wanted, called);
  return { first: binary(first), deferred: binary(deferred) };
}

/**
 * Empties the functions that are in the other part, and removes whatever isn't used any more. Returns those of the
 * functions that are still called.
 * @param {binaryen.Module} part
 * @param {Info[]} elsewhere
 */
function emptied(part, elsewhere) {
  for (const one of elsewhere) define(part, one, part.unreachable());
  part.runPasses(["remove-unused-module-elements"]);
  return elsewhere.filter(({ name }) => part.getFunction(name));
}

/**
 * @param {binaryen.Module} part
 * @param {Info} info
 * @param {binaryen.ExpressionRef} body
 * @param {binaryen.Type[]} vars
 */
function define(part, { name, params, results }, body, vars = []) {
  part.removeFunction(name);
  part.addFunction(name, params, results, vars, body);
}

/**
 * Lets the deferred part use the memory, tables, globals and tags of the first part, and export nothing.
 * @param {binaryen.Module} first
 * @param {binaryen.Module} deferred
 */
function link(first, deferred) {
  for (const { kind, name, value } of exportsOf(deferred)) {
    if (kind === binaryen.ExternalMemory) deferred.addMemoryImport(value, FIRST, name);
    if (kind === binaryen.ExternalTag) importTag(deferred, value, name);
    deferred.removeExport(name);
  }
  for (const { name } of tablesOf(deferred)) {
    first.addTableExport(name, `table ${name}`);
    deferred.addTableImport(name, FIRST, `table ${name}`);
  }
  for (const { name, type } of globalsOf(deferred).filter(({ mutable }) => mutable)) {
    first.addGlobalExport(name, `global ${name}`);
    deferred.addGlobalImport(name, FIRST, `global ${name}`, type, true);
  }
  for (const { name } of elementsOf(deferred)) deferred.removeElementSegment(name);
  deferred.runPasses(["remove-memory-init"]);
}

/** @param {binaryen.Module} module @param {string} name @param {string} exported */
function importTag(module, name, exported) {
  const { params, results } = binaryen.getTagInfo(module.getTag(name));
  module.addTagImport(name, FIRST, exported, params, results);
}

/**
 * Replaces the emptied functions with stubs, which call them through a table.
 * @param {binaryen.Module} first
 * @param {binaryen.Module} deferred
 * @param {Info[]} wanted from the deferred part
 * @param {Info[]} called by the deferred part
 */
function addStubs(first, deferred, wanted, called) {
  const names = [...wanted, ...called].map(({ name }) => name);
  for (const part of [first, deferred]) part.addTable(SHARED, names.length, names.length);
  first.addTableExport(SHARED, SHARED);
  deferred.addTableImport(SHARED, FIRST, SHARED);
  addLoader(first);
  for (const [slot, info] of wanted.entries()) {
    define(first, info, first.block(null, [first.call(LOADER, [], none), callAt(first, slot, info)], info.results));
  }
  for (const [at, info] of called.entries()) define(deferred, info, callAt(deferred, wanted.length + at, info));
  for (const { name } of wanted) deferred.removeExport(name);
  deferred.addActiveElementSegment(SHARED, SHARED, names.slice(0, wanted.length), deferred.i32.const(0));
  first.addActiveElementSegment(SHARED, SHARED, names.slice(wanted.length), first.i32.const(wanted.length));
}

/** Adds a function that loads the deferred part unless it's loaded. @param {binaryen.Module} first */
function addLoader(first) {
  const isLoaded = "isLoaded";
  first.addFunctionImport("load", DEFERRED, "load", none, none);
  first.addGlobal(isLoaded, i32, true, first.i32.const(0));
  const load = first.block(null, [first.call("load", [], none), first.global.set(isLoaded, first.i32.const(1))]);
  first.addFunction(LOADER, none, none, [], first.if(first.i32.eqz(first.global.get(isLoaded, i32)), load));
}

/** @param {binaryen.Module} part @param {number} slot @param {Info} info */
function callAt(part, slot, { params, results }) {
  const operands = binaryen.expandType(params).map((type, at) => part.local.get(at, type));
  return part.call_indirect(SHARED, part.i32.const(slot), operands, params, results);
}
