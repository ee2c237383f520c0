/** Which session lies on the table: this device's and the server's, brought together. */

import { Refused } from "./api.js";
import * as record from "./record.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Day} Day */

/** A session left alone for so long on an earlier day was forgotten, and is closed. */
const FORGOTTEN_MS = 4 * 3600 * 1000;

export class Table {
  /** @param {import("./store.js").Store} store @param {import("./api.js").Api} api @param {import("./identity.js").Mint} mint */
  constructor(store, api, mint) {
    this._store = store;
    this._api = api;
    this._mint = mint;
  }

  /** Brings device and server together. Raises what the server or the network raises where it answers nothing. */
  async meet() {
    const day = await this._api.day();
    const kept = await this._store.current();
    if (kept && this._isForgotten(kept, day)) {
      await this._store.change(kept.id, (session) => record.finished(session, this._mint, true));
    }
    const session = await this._store.choose(day.session_id, (current, known) =>
      current?.athlete === day.athlete && this._stays(current, day) ? current : chosen(day, known),
    );
    if (!isBegun(session)) await this._mark(session);
    else if (!(await this._merge(session.id)) && (await this._store.forget(session.id))) {
      await this._store.choose(day.session_id, (_, known) => chosen(day, known));
    }
  }

  /** Keeps with a session not begun yet what is to be beaten in it, so that records are told without a network too. @param {Session} session */
  async _mark(session) {
    try {
      const { records } = await this._api.records();
      const marks = Object.fromEntries(Object.entries(records).filter(([exercise]) => exercise in session.day.exercises));
      await this._store.change(session.id, (kept) => [{ ...kept, marks }, []]);
    } catch {
      // Records are then told at the end by the server, or not at all.
    }
  }

  /** Puts the session after a finished one on the table. */
  async next() {
    const day = await this._api.day();
    const session = await this._store.choose(day.session_id, (_, known) => chosen(day, known));
    if (!isBegun(session)) await this._mark(session);
  }

  /** @param {string} id @returns {Promise<import("./finish_panel.js").Summary | null>} Null where it cannot be had. */
  async summary(id) {
    try {
      return await this._api.summary(id);
    } catch {
      return null;
    }
  }

  /** Lays what the server has of a session over what is here. @param {string} id @returns {Promise<boolean>} False if it was deleted there. */
  async _merge(id) {
    try {
      const { session, finished } = await this._api.session(id);
      await this._store.change(id, (kept, waiting) => [record.merged(kept, { ...session, finished }, waiting), []]);
      return true;
    } catch (error) {
      if (error instanceof Refused && error.status === 410) return false;
      if (error instanceof Refused && error.status === 404) return true;
      throw error;
    }
  }

  /** True for what must not be taken off the table: a session begun, or one that is over and was the last. @param {Session} session @param {Day} day */
  _stays(session, day) {
    return session.finished ? !this._isStale(session, day) : isBegun(session);
  }

  /** True for a finished session that another one follows today, or whose day is over. @param {Session} session @param {Day} day */
  _isStale(session, day) {
    if (day.session_id === session.id) return false;
    return day.is_on || session.header?.on !== record.localDay(Date.now(), day.zone);
  }

  /** @param {Session} session @param {Day} day */
  _isForgotten(session, day) {
    if (session.finished || !isBegun(session) || session.athlete !== day.athlete) return false;
    const earlier = (session.header?.on ?? "") < record.localDay(Date.now(), day.zone);
    return earlier && day.session_id !== session.id && Date.now() - session.touched_at > FORGOTTEN_MS;
  }
}

/** True once anything of it is in the journal or on its way there. @param {Session} session */
const isBegun = (session) => session.header !== null || session.sets.length > 0;

/** The day's session as this device has it, if it was begun here; else the document's. @param {Day} day @param {Session | undefined} known @returns {Session} */
function chosen(day, known) {
  const ours = known?.athlete === day.athlete ? known : undefined;
  if (ours && isBegun(ours)) return ours;
  return { ...record.fresh(day), ...(ours ? own(ours) : {}) };
}

/** What was done here before the first set. @param {Session} session */
const own = ({ ticked, left_out, eased, instead, notes, focus, draft, stop, rest, marks }) => ({ ticked, left_out, eased, instead, notes, focus, draft, stop, rest, marks });
