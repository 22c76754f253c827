/** Pyodide as it is usually used: unmodified, on the main thread, with the calculators installed from a wheel. */

// @ts-expect-error: serving.py adds this file
import { loadPyodide } from "./pyodide/pyodide.mjs";

/** @import { PyodideAPI } from "pyodide" */

const input = /** @type {HTMLInputElement} */ (document.querySelector("input"));
const section = /** @type {HTMLElement} */ (document.querySelector(".answer"));
const given = new URLSearchParams(location.search);
const wheel = new URL(given.get("wheel") ?? "", location.href).href;
/** @type {((request: string) => string) | undefined} */
let respond;

input.addEventListener("input", answer);
const python = await loadPyodide();
await install(python, given.get("micropip"));
respond = python.pyimport("calculators.respond");
answer();

/** @param {PyodideAPI} python @param {string | null} micropip the name of micropip's wheel, if any */
async function install(python, micropip) {
  if (micropip) {
    await python.loadPackage(new URL(micropip, location.href).href);
    await python.pyimport("micropip").install(wheel);
  } else {
    const files = await (await fetch(wheel)).arrayBuffer();
    python.unpackArchive(files, "wheel", { extractDir: python.runPython("import site; site.getsitepackages()[0]") });
  }
}

function answer() {
  if (!respond || !input.value) return;
  const today = new Date().toLocaleDateString("sv");
  const request = { calculator: "court_costs", values: { amount_owed: input.value }, today };
  section.innerHTML = JSON.parse(respond(JSON.stringify(request))).answer;
  section.dataset.state = "answer";
}
