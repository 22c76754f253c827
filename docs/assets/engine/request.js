/** Sends the engine single requests and gives promises of their replies. Doesn't show the progress of loading. */

/** @import { Asker, Engine } from "./engine.js" */

/** @typedef {Record<string, unknown>} Made */

/** @implements {Asker} */
export class EngineRequest {
  isBeside = true;
  #engine;
  /** @type {((reply: Made | null) => void) | undefined} */
  #resolve;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * The reply, or null if there is none or it lists problems. A new request settles the one before it with null.
   * @param {object} request
   * @returns {Promise<Made | null>}
   */
  async run(request) {
    const reply = await this.reply(request);
    return reply?.problems ? null : reply;
  }

  /**
   * The reply, including one that lists problems, or null.
   * @param {object} request
   * @returns {Promise<Made | null>}
   */
  reply(request) {
    this.#resolve?.(null);
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#engine.ask(this, JSON.stringify(request));
      this.#engine.retry(); // the reader has just pressed a button
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
