/** Says where the sets are: on this device, or everywhere. */

import { Alarm } from "./alarm.js";
import { showIcon, tell } from "./markup.js";
import { open } from "./sheet.js";

/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./sync.js").Reach | "saving" | "unsaved"} State */

const ICONS = { everywhere: "saved", here: "saved-here", sending: "sync", saving: "saved-here", unsaved: "warning", "signed-out": "lock", "someone-else": "users" };

export class SavedBadge {
  /** @param {Parts} part @param {Words} words @param {() => void} send @param {() => void} seen What was refused has been read. */
  constructor(part, words, send, seen) {
    this._part = part;
    this._words = words;
    this._state = /** @type {State} */ ("everywhere");
    this._waiting = 0;
    this._refused = 0;
    part.saved.addEventListener("click", () => this._open());
    part.send_now.addEventListener("click", send);
    part.seen_refused.addEventListener("click", seen);
    part.ask_notify.addEventListener("click", () => void Alarm.ask().then(() => this._write()));
  }

  /** @param {State} state @param {number} [waiting] */
  show(state, waiting = this._waiting) {
    this._state = state;
    this._waiting = waiting;
    this._write();
  }

  /** @param {string[]} refused What the server did not take, in words. */
  refuse(refused) {
    this._refused = refused.length;
    this._part.seen_refused.hidden = refused.length === 0;
    this._part.refused.replaceChildren(
      ...refused.map((text) => {
        const item = document.createElement("li");
        item.textContent = text;
        return item;
      }),
    );
    this._write();
  }

  _write() {
    const { _part: part, _words: words } = this;
    const state = this._refused && this._state === "everywhere" ? "unsaved" : this._state;
    const name = state.replace("-", "_");
    part.saved.hidden = false;
    part.saved.dataset.state = state;
    showIcon(part.saved, ICONS[state]);
    const text = words.say(`saved_${name}`);
    if (part.saved_text.textContent !== text) part.saved_text.textContent = text;
    tell(part.saved_title, text);
    const detail = state === "unsaved" && this._refused ? "saved_refused_text" : `saved_${name}_text`;
    tell(part.saved_detail, words.say(detail, { waiting: this._waiting }));
    part.send_now.hidden = this._waiting === 0;
    part.sign_in.hidden = state !== "signed-out";
    part.ask_notify.hidden = Alarm.permission() !== "default";
    this._missing();
  }

  /** What this browser or address cannot do. */
  _missing() {
    const lacks = [
      ["serviceWorker" in navigator && window.isSecureContext, "no_worker"],
      ["wakeLock" in navigator, "no_wake"],
      [Alarm.permission() !== "unavailable" && Alarm.permission() !== "denied", "no_notify"],
    ].filter(([can]) => !can);
    this._part.missing.replaceChildren(
      ...lacks.map(([, name]) => {
        const item = document.createElement("li");
        item.className = "soft small";
        item.textContent = this._words.say(String(name));
        return item;
      }),
    );
  }

  _open() {
    open(this._part.saved_sheet);
  }
}
