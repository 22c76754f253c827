/** Asks the engine for one part after the other, so that the page stays free in between and the reader can stop it. */

/** @import { EngineRequest, Made } from "../engine/request.js" */
/** @import { Progress } from "./progress.js" */

/** @typedef {{made: Made[]} | {stopped: true} | {refused: Made | null}} Run what each part gave, or why not all did */

/**
 * @template T
 * @param {object} run
 * @param {EngineRequest} run.engineRequest
 * @param {T[]} run.parts
 * @param {(part: T) => object} run.request what to ask for a part
 * @param {(part: T) => number} run.size how much of the whole a part is
 * @param {Progress} run.progress
 * @param {(done: number, total: number) => string} run.say
 * @returns {Promise<Run>} refused by the first reply that has problems, or null if there was none
 */
export async function runParts({ engineRequest, parts, request, size, progress, say }) {
  const total = parts.reduce((sum, part) => sum + size(part), 0);
  /** @type {Made[]} */
  const made = [];
  let done = 0;
  progress.show(done, total, say);
  for (const part of parts) {
    const reply = await engineRequest.reply(request(part));
    if (progress.stopped) return { stopped: true };
    if (!reply || reply.problems) {
      progress.hide();
      return { refused: reply };
    }
    made.push(reply);
    done += size(part);
    progress.show(done, total, say);
  }
  progress.hide();
  return { made };
}
