/**
 * Answers requests, one to a line, with the built runtime: `node answer-requests.mjs FOLDER < requests > replies`.
 */

import { readFileSync } from "node:fs";
import { argv, stdin, stdout } from "node:process";

import { openCalculatorsWithRest, openRuntime } from "./open-runtime.mjs";

const folder = argv[2] ?? ".";
const respond = openCalculatorsWithRest(await openRuntime(folder), folder);
const requests = readFileSync(stdin.fd, "utf8").replace(/\n$/, "").split("\n");
stdout.write(requests.map((request) => `${respond(request)}\n`).join(""));
