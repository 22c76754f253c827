/** Prints how many bytes each file takes over the network at best: `node weigh.mjs FILE...`. */

import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { brotliCompressSync, constants } from "node:zlib";

const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
stdout.write(JSON.stringify(argv.slice(2).map((file) => brotliCompressSync(readFileSync(file), best).length)));
