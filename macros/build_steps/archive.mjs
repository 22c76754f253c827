/** Reads zip files, and writes them a file at a time, for the brand builder. */

export { gzipSync, unzipSync, Zip } from "fflate";
