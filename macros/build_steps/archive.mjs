/** Reads zip files and writes them a file at a time, for the page that makes a branded copy. */

export { gzipSync, unzipSync, Zip } from "fflate";
