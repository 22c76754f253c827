/**
 * Answers one request of each calculator with nothing but the archive and the calculator's own bundle:
 * `node answer-without-the-rest.mjs FOLDER < requests > replies`, both JSON by the calculator's name.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv, stdin, stdout } from "node:process";

import { addModules, bundleFor, openCalculators } from "../../docs/assets/engine/start-python.js";
import { openRuntime } from "../../macros/runtime/open-runtime.mjs";

const folder = argv[2] ?? ".";
const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
/** @type {Record<string, string>} */
const replies = {};
for (const [name, request] of Object.entries(JSON.parse(readFileSync(stdin.fd, "utf8")))) {
  const python = await openRuntime(folder);
  addModules(python, readFileSync(join(folder, bundleFor(manifest, name))));
  replies[name] = openCalculators(python)(request);
}
stdout.write(JSON.stringify(replies));
