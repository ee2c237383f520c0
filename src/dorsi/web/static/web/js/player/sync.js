/** Sends what waits in the outbox, as often as it takes. Sending twice does no harm: every event has its own id. */

import { Refused } from "./api.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./api.js").Api} Api */
/** @typedef {"everywhere" | "here" | "sending" | "signed-out" | "someone-else"} Reach */

const BATCH = 100;
/** Answers that will be the same however often one asks: the batch is sent piece by piece to find the one at fault. */
const NEVER = [400, 413, 422];
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60000;

/** The wait before the next try, doubled each time, with some chance so that phones do not knock together. @param {number} tries @param {number} chance 0 to 1 */
export const backoff = (tries, chance) => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)) * (0.75 + chance / 2);

export class Sync {
  /** @param {Store} store @param {Api} api @param {(reach: Reach, waiting: number) => void} tell */
  constructor(store, api, tell) {
    this._store = store;
    this._api = api;
    this._tell = tell;
    this._tries = 0;
    /** @type {Promise<boolean> | null} */
    this._running = null;
    this._again = false;
    /** @type {number | undefined} */
    this._timer = undefined;
  }

  /** Tries at once whenever there is hope: the network is back, the page is looked at. */
  start() {
    addEventListener("online", () => this.flush());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.flush());
    return this.flush();
  }

  /** Sends everything; true if nothing waits any more. @returns {Promise<boolean>} */
  flush() {
    if (this._running) {
      this._again = true;
      return this._running;
    }
    clearTimeout(this._timer);
    this._running = this._flush().finally(() => {
      this._running = null;
      if (!this._again) return;
      this._again = false;
      void this.flush();
    });
    return this._running;
  }

  async _flush() {
    /** People whose events the server would not take from whoever is signed in. @type {Set<string>} */
    const others = new Set();
    let size = BATCH;
    for (;;) {
      const waiting = await this._store.waiting();
      const own = waiting.filter((letter) => !others.has(letter.athlete));
      if (own.length === 0) {
        this._tries = 0;
        this._tell(waiting.length ? "someone-else" : "everywhere", waiting.length);
        return waiting.length === 0;
      }
      // One athlete's events at a time, so that two people's sets on one phone cannot mix.
      const batch = own.filter((letter) => letter.athlete === own[0].athlete).slice(0, size);
      this._tell("sending", waiting.length);
      try {
        const { results } = await this._api.send(batch[0].athlete, batch.map((letter) => letter.event));
        if (results.length === 0) throw new Refused(500, null);
        await this._store.settle(batch, results);
        this._tries = 0;
      } catch (error) {
        if (error instanceof Refused && error.type === "other-athlete") others.add(batch[0].athlete);
        else if (error instanceof Refused && NEVER.includes(error.status) && batch.length > 1) size = 1;
        else if (error instanceof Refused && NEVER.includes(error.status)) {
          await this._store.settle(batch, [{ id: batch[0].event.id, status: "invalid", problems: [error.message] }]);
        } else return this._failed(error, waiting.length);
      }
    }
  }

  /** @param {unknown} error @param {number} waiting */
  _failed(error, waiting) {
    const status = error instanceof Refused ? error.status : 0;
    if (status === 401 || status === 403) this._tell("signed-out", waiting);
    else this._tell("here", waiting);
    this._tries += 1;
    this._timer = setTimeout(() => this.flush(), backoff(this._tries, Math.random()));
    return false;
  }
}
