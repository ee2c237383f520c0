/** Names and instants for what is entered here: UUIDs of version 7 whose order is the order of entering. */

const COUNTER_MOST = 0xfff;

/** @param {number} ms @param {number} counter @param {Uint8Array} chance 8 bytes @returns {string} RFC 9562, 5.7 */
export function timedId(ms, counter, chance) {
  const time = ms.toString(16).padStart(12, "0");
  const tail = Array.from(chance, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = ((parseInt(tail.slice(0, 2), 16) & 0x3f) | 0x80).toString(16);
  const count = counter.toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${tail.slice(2, 4)}-${tail.slice(4)}`;
}

/**
 * Makes ids and instants that never go back, even if the clock does: a correction must sort after what it corrects.
 */
export class Mint {
  /** @param {() => number} now @param {(bytes: Uint8Array) => Uint8Array} chance */
  constructor(now = Date.now, chance = (bytes) => crypto.getRandomValues(bytes)) {
    this._now = now;
    this._chance = chance;
    this._ms = 0;
    this._counter = 0;
  }

  /** Nothing made from now on sorts before this instant. @param {number} ms */
  notBefore(ms) {
    if (ms > this._ms) {
      this._ms = ms;
      this._counter = COUNTER_MOST;
    }
  }

  /** @returns {{id: string, at: string}} An id and the instant that stands in it. */
  next() {
    const ms = Math.max(this._now(), this._ms);
    if (ms > this._ms) {
      this._ms = ms;
      this._counter = 0;
    } else if (this._counter < COUNTER_MOST) {
      this._counter += 1;
    } else {
      this._ms += 1;
      this._counter = 0;
    }
    const id = timedId(this._ms, this._counter, this._chance(new Uint8Array(8)));
    return { id, at: new Date(this._ms).toISOString() };
  }
}
