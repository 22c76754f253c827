/** One thing asked of the calculators beside the answers of a form: what the engine tells of its loading is not shown. */

/** @import { Asker, Engine } from "./engine.js" */

/** @typedef {Record<string, unknown>} Made */

/** @implements {Asker} */
export class EngineRequest {
  #engine;
  /** @type {((reply: Made | null) => void) | undefined} */
  #bring;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * The reply, or null where none comes; a newer request leaves the one before it without.
   * @param {object} request
   * @returns {Promise<Made | null>}
   */
  run(request) {
    this.#bring?.(null);
    return new Promise((resolve) => {
      this.#bring = resolve;
      this.#engine.ask(this, JSON.stringify(request));
      this.#engine.retry(); // somebody has just pressed for it
    });
  }

  loading() {}

  slow() {}

  ready() {}

  stopped() {
    this.#bring?.(null);
  }

  /** @param {string | null} reply */
  answered(reply) {
    const found = reply === null ? null : JSON.parse(reply);
    this.#bring?.(found && !found.problems ? found : null);
    this.#bring = undefined;
  }
}
