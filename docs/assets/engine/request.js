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
   * The reply, or null if there is none. A new request ends the one before it with null.
   * @param {object} request
   * @returns {Promise<Made | null>}
   */
  run(request) {
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
    const found = reply === null ? null : JSON.parse(reply);
    this.#resolve?.(found && !found.problems ? found : null);
    this.#resolve = undefined;
  }
}
