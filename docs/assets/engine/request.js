/** A single request to the engine whose reply comes as a promise; the progress of loading is not shown. */

/** @import { Asker, Engine } from "./engine.js" */

/** @typedef {Record<string, unknown>} Made */

/** @implements {Asker} */
export class EngineRequest {
  #engine;
  /** @type {((reply: Made | null) => void) | undefined} */
  #resolve;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * The reply, or null if there is none or it has problems. A new request ends the one before it with null.
   * @param {object} request
   * @returns {Promise<Made | null>}
   */
  async run(request) {
    const reply = await this.reply(request);
    return reply?.problems ? null : reply;
  }

  /**
   * The same, with any problems.
   * @param {object} request
   * @returns {Promise<Made | null>}
   */
  reply(request) {
    this.#resolve?.(null);
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#engine.ask(this, JSON.stringify(request));
      this.#engine.retry(); // the reader has just pressed a button for it
    });
  }

  loading() {}

  slow() {}

  ready() {}

  stopped() {
    this.#resolve?.(null);
  }

  /** @param {string | null} reply */
  answered(reply) {
    this.#resolve?.(reply === null ? null : JSON.parse(reply));
    this.#resolve = undefined;
  }
}
