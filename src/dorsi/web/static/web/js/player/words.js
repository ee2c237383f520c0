/** What the player says: sentences that the server has translated, with places to fill. */

export class Words {
  /** @param {Record<string, string>} sentences */
  constructor(sentences) {
    this._sentences = sentences;
  }

  /** @param {Document} page @returns {Words} Those in the page's `player-words`. */
  static from(page) {
    return new Words(JSON.parse(page.getElementById("player-words")?.textContent ?? "{}"));
  }

  /** @param {string} name @param {Record<string, string | number>} [values] @returns {string} */
  say(name, values = {}) {
    const sentence = this._sentences[name] ?? name;
    return sentence.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  }
}

/** Minutes and seconds as on a clock. @param {number} seconds */
export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A range as people write it. @param {[number, number]} range */
export const span = ([low, high]) => (low === high ? String(low) : `${low}–${high}`);
