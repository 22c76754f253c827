/** Reads and writes zip files in the browser. Writing adds one file at a time. */

import { vendorScript } from "../lib/vendor-script.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {Map<string, Bytes>} Files by their path */
/**
 * A file for a zip archive, with its content already compressed.
 * @typedef {object} Entry
 * @property {string} filename
 * @property {number} size
 * @property {number} crc
 * @property {number} compression 8 for deflated, 0 for stored
 * @property {string} mtime
 * @property {number} os
 * @property {number} attrs
 * @property {(fault: Error | null, data: Bytes, final: boolean) => void} [ondata]
 */
/**
 * @typedef {object} Archive what `macros/build_steps/archive.mjs` exports
 * @property {(content: Bytes, options?: {filter?: (file: {name: string}) => boolean}) => Record<string, Bytes>} unzipSync
 * @property {(content: Bytes, options: {mtime: number}) => Bytes} gzipSync
 * @property {new (heard: (fault: Error | null, data: Bytes, final: boolean) => void) => {add: (file: Entry) => void, end: () => void}} Zip
 */

const HEAD = 10; // bytes of header in a gzip file without a name
const TAIL = 8; // bytes at its end: checksum and size
const UNIX = 3;
const READABLE = 0o100644;
const FIXED_DAY = "1980-01-01T00:00:00"; // so the same files give the same archive

/** @returns {Promise<Archive>} rejects if the script can't be loaded */
const library = () => vendorScript("archive.js", "archive");

/** @param {Bytes} content @returns {Promise<Files>} */
export async function unpacked(content) {
  const { unzipSync } = await library();
  return new Map(Object.entries(unzipSync(content)));
}

/** @param {Bytes} content @returns {Promise<Bytes>} */
export async function gzipped(content) {
  if (!("CompressionStream" in globalThis)) return (await library()).gzipSync(content, { mtime: 0 });
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * A zip archive of files, sorted by name.
 * @param {Files} files
 * @param {object} options
 * @param {AbortSignal} options.signal
 * @param {(path: string) => boolean} [options.beside] whether to add a gzip copy beside a file
 * @param {(path: string, content: Bytes) => Promise<void>} [options.told] called for each file before `last`
 * @param {(done: number, total: number) => void} [options.progress]
 * @param {() => Files} [options.last] files to add at the end
 * @returns {Promise<Blob>}
 */
export async function packed(files, { signal, beside = () => false, told, progress, last }) {
  const { Zip } = await library();
  /** @type {Bytes[]} */
  const pieces = [];
  const zip = new Zip((fault, data) => {
    if (fault) throw fault;
    pieces.push(data);
  });
  /** @param {string} path @param {Bytes} content */
  const add = async (path, content) => {
    signal.throwIfAborted();
    const gzip = await gzipped(content);
    put(zip, path, gzip.subarray(HEAD, -TAIL), gzip, 8);
    await told?.(path, content);
    if (!beside(path)) return;
    const twice = await gzipped(gzip);
    put(zip, `${path}.gz`, gzip, twice, 0);
    await told?.(`${path}.gz`, gzip);
  };
  let done = 0;
  for (const [path, content] of sorted(files)) {
    await add(path, content);
    progress?.(++done, files.size);
  }
  for (const [path, content] of last?.() ?? []) await add(path, content);
  zip.end();
  return new Blob(pieces, { type: "application/zip" });
}

/**
 * @param {{add: (file: Entry) => void}} zip
 * @param {string} filename
 * @param {Bytes} data the content as stored in the archive
 * @param {Bytes} gzip the file in gzip, whose last bytes are the file's checksum and size
 * @param {number} compression
 */
function put(zip, filename, data, gzip, compression) {
  const tail = new DataView(gzip.buffer, gzip.byteOffset + gzip.byteLength - TAIL, TAIL);
  /** @type {Entry} */
  const entry = {
    filename, compression, crc: tail.getUint32(0, true), size: tail.getUint32(4, true),
    mtime: FIXED_DAY, os: UNIX, attrs: READABLE << 16,
  };
  zip.add(entry);
  entry.ondata?.(null, data, true);
}

/** @template T @param {Map<string, T>} files */
export const sorted = (files) => [...files].sort(([one], [other]) => (one < other ? -1 : 1));
