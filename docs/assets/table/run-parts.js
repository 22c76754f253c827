/** Sends the engine one part at a time, so the page stays responsive and the reader can stop the run. */

/** @import { EngineRequest, Made } from "../engine/request.js" */
/** @import { Progress } from "./progress.js" */

/** @typedef {{made: Made[]} | {stopped: true} | {refused: Made | null}} Run the replies, or why it ended early */

/**
 * @template T
 * @param {object} run
 * @param {EngineRequest} run.engineRequest
 * @param {T[]} run.parts
 * @param {(part: T) => object} run.request the request for a part
 * @param {(part: T) => number} run.size the size of a part, such as its number of rows
 * @param {Progress} run.progress
 * @param {(done: number, total: number) => string} run.say
 * @returns {Promise<Run>} `refused` holds the first reply with problems, or null if there was no reply
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
