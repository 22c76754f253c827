/** Globals that the build defines before these scripts, or that one of them defines for another. */

declare const KEPT: { release: string; files: Record<string, [size: number, digest: string]> };
declare const CODE: Record<string, (address: string) => object>;
declare var carried: (address: string | URL) => Promise<object>;
declare var offlineCopy: { carry: (name: string, text: string) => void };
