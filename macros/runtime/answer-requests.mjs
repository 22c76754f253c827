/**
 * Answers requests, one to a line, with the built runtime: `node answer-requests.mjs FOLDER < requests > replies`.
 */

import { readFileSync } from "node:fs";
import { argv, stdin, stdout } from "node:process";

import { openCalculators } from "../../docs/assets/engine/start-python.js";
import { openRuntime } from "./open-runtime.mjs";

const respond = openCalculators(await openRuntime(argv[2] ?? "."));
const requests = readFileSync(stdin.fd, "utf8").replace(/\n$/, "").split("\n");
stdout.write(requests.map((request) => `${respond(request)}\n`).join(""));
