/** The rest that runs against the wall clock: whatever happens to the page, it ends when it ends. */

import { Alarm } from "./alarm.js";
import { parts, tell } from "./markup.js";
import { clock } from "./words.js";

/** @typedef {import("./document.js").Rest} Rest */
/** @typedef {import("./words.js").Words} Words */

const ANNOUNCED_S = [60, 30, 10];
/** A rest that ended longer ago than this is over and done with. */
const FORGOTTEN_MS = 10 * 60 * 1000;

export class RestPanel {
  /**
   * @param {HTMLElement} root @param {Words} words
   * @param {{change: (rest: Rest | null) => void, over: () => void, announce: (text: string) => void}} actions
   */
  constructor(root, words, actions) {
    this._root = root;
    this._part = parts(root);
    this._words = words;
    this._actions = actions;
    /** @type {Rest | null} */
    this._rest = null;
    this._rung = 0;
    this._said = 0;
    /** @type {number | undefined} */
    this._timer = undefined;
    this._part.longer.addEventListener("click", () => this._extend(30));
    this._part.shorter.addEventListener("click", () => this._extend(-15));
    this._part.skip.addEventListener("click", () => actions.change(null));
    this._part.bell.addEventListener("click", () => void Alarm.ask().then(() => this._tick()));
    document.addEventListener("visibilitychange", () => this._tick());
  }

  /** @param {Rest | null} rest */
  show(rest) {
    const same = rest?.ends_at === this._rest?.ends_at;
    this._rest = rest && Date.now() - rest.ends_at < FORGOTTEN_MS ? rest : null;
    if (!same) {
      this._said = 0;
      // A rest that is over already when the page comes back is shown, not rung for a second time.
      if (rest && rest.ends_at <= Date.now()) this._rung = rest.ends_at;
    }
    this._tick();
  }

  /** @param {number} seconds */
  _extend(seconds) {
    if (!this._rest) return;
    const ends_at = Math.max(Date.now() + 1000, Math.max(Date.now(), this._rest.ends_at) + seconds * 1000);
    this._actions.change({ ends_at, total_s: Math.max(this._rest.total_s + seconds, 1) });
  }

  _tick() {
    clearTimeout(this._timer);
    const rest = this._rest;
    this._root.hidden = rest === null;
    if (!rest) return;
    const left_ms = rest.ends_at - Date.now();
    const over = left_ms <= 0;
    const left = Math.ceil(left_ms / 1000);
    this._root.classList.toggle("rest--over", over);
    tell(this._part.time, over ? this._words.say("go") : clock(left));
    tell(this._part.label, over ? this._words.say("rest_over") : this._words.say("rest"));
    this._part.shorter.hidden = over;
    this._part.bell.hidden = over || Alarm.permission() !== "default";
    const share = over ? 0 : Math.min(1, left_ms / (rest.total_s * 1000));
    this._part.meter.style.transform = `scaleX(${share})`;
    if (over) {
      this._over(rest);
      return;
    }
    const soon = ANNOUNCED_S.find((each) => left === each && this._said !== each && rest.total_s > each);
    if (soon) {
      this._said = soon;
      this._actions.announce(this._words.say("rest_left", { seconds: soon }));
    }
    this._timer = setTimeout(() => this._tick(), left_ms % 1000 || 1000);
  }

  /** @param {Rest} rest */
  _over(rest) {
    if (this._rung === rest.ends_at) return;
    this._rung = rest.ends_at;
    this._actions.over();
    this._actions.announce(this._words.say("rest_over"));
  }
}
