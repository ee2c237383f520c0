/** The gym floor: shows the session that lies on the table and carries what is tapped into the record. */

import { Alarm } from "./alarm.js";
import { Refused } from "./api.js";
import { doneWords } from "./asked.js";
import { showEdit } from "./edit_sheet.js";
import { problemOf, showEmpty } from "./empty_panel.js";
import { showFinish } from "./finish_panel.js";
import { isLogged, restAfter, view } from "./flow.js";
import { HurtsSheet } from "./hurts_sheet.js";
import { Mint } from "./identity.js";
import { openPlan } from "./list_sheet.js";
import { shown } from "./loads.js";
import { parts, tell } from "./markup.js";
import { showNotes } from "./note_sheet.js";
import * as record from "./record.js";
import { RestPanel } from "./rest.js";
import { SavedBadge } from "./saved_badge.js";
import { SetPanel } from "./set_panel.js";
import { close, prepareSheets } from "./sheet.js";
import { soreAt, soreWords } from "./sore.js";
import { showStop, stopsFor } from "./stop_panel.js";
import { showSwaps } from "./swap_sheet.js";
import { Sync } from "./sync.js";
import { showTechnique } from "./technique_sheet.js";
import { Table } from "./table.js";
import { Wake } from "./wake.js";
import { clock } from "./words.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Step} Step */
/** @typedef {import("./document.js").JournalEvent} JournalEvent */
/** @typedef {import("./document.js").Draft} Draft */

/** Two taps closer together than this are one tap of a trembling thumb. */
const SECOND_TAP_MS = 300;

export class Floor {
  /**
   * @param {HTMLElement} root @param {import("./words.js").Words} words @param {import("./store.js").Store} store
   * @param {import("./api.js").Api} server
   */
  constructor(root, words, store, server) {
    this.root = root;
    this.part = parts(root);
    this.words = words;
    this.store = store;
    this.mint = new Mint();
    this.alarm = new Alarm();
    this.wake = new Wake();
    this.sync = new Sync(store, server, (reach, waiting) => void this._reached(reach, waiting));
    this.table = new Table(store, server, this.mint);
    /** @type {Session | null} */
    this.session = null;
    /** @type {ReturnType<typeof view> | null} */
    this.seen = null;
    /** @type {import("./finish_panel.js").Summary | null} */
    this.summary = null;
    this.asking = true;
    this.closing = false;
    this._tapped = -SECOND_TAP_MS;
    const { part } = this;
    this.setPanel = new SetPanel(part, words, (draft) => this._keepDraft(draft));
    this.rest = new RestPanel(part.rest, words, {
      change: (rest) => void this._change((session) => [{ ...session, rest }, []]),
      over: () => this.alarm.ring(words.say("rest_over"), this._nextWords()),
      announce: (text) => this._announce(text),
    });
    this.hurts = new HurtsSheet(part, words);
    this.badge = new SavedBadge(part, words, () => void this._meet(), () => void this.store.dismiss().then(() => this.badge.refuse([])));
    prepareSheets(root);
    this._listen();
  }

  _listen() {
    const { part } = this;
    this.root.addEventListener("pointerdown", () => this.alarm.unlock(), { capture: true });
    part.log.addEventListener("click", () => this._log());
    part.undo.addEventListener("click", () => void this._change((session) => record.undone(session, this.mint)));
    part.open_list.addEventListener("click", () => this._plan());
    part.open_technique.addEventListener("click", () => this._technique());
    part.open_hurts.addEventListener("click", () => this._hurts());
    part.open_swap.addEventListener("click", () => this._swap());
    part.sore_ways.addEventListener("click", () => this._stillSore());
    part.open_note.addEventListener("click", () => this._note());
    part.finish_early.addEventListener("click", () => this._close(true));
    part.go_on.addEventListener("click", () => this._close(false));
    part.end.addEventListener("click", () => void this._finish());
    part.stop_end.addEventListener("click", () => void this._finish());
    part.stop_back.addEventListener("click", () => void this._change((session) => record.unstopped(session, this.mint)));
    part.next_session.addEventListener("click", () => void this._nextSession());
    part.again.addEventListener("click", () => void this._meet());
  }

  /** What is on this device first, the network afterwards. */
  async open() {
    await this._reread();
    this.store.onChange(() => void this._reread());
    addEventListener("online", () => void this._meet());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void this._meet());
    void navigator.storage?.persist?.();
    setTimeout(() => this.alarm.prepare());
    await this.sync.start();
    await this._meet();
  }

  /** Sends what waits, then takes in what the server has. */
  async _meet() {
    this.asking = true;
    await this.sync.flush();
    try {
      await this.table.meet();
      await this._reread();
      if (this.session?.finished) await this._sum();
    } catch (error) {
      const stopped = error instanceof Refused && error.status === 409;
      const { session } = this;
      if (!session || (stopped && !session.finished && session.stop.length === 0)) this._refused(error);
      else this._asked();
    }
  }

  async _reread() {
    const kept = await this.store.current();
    if (kept) this._show(kept);
  }

  /** @param {import("./sync.js").Reach} reach @param {number} waiting */
  async _reached(reach, waiting) {
    this.badge.show(reach, waiting);
    if (reach === "sending") return;
    this.badge.refuse((await this.store.refused()).map((letter) => (letter.problems ?? []).join(" ")));
    // What ended without a network is worked out as soon as the server has all of it.
    const { session, summary } = this;
    if (reach === "everywhere" && session?.finished && !this.asking && summary?.session_id !== session.id) await this._sum();
  }

  /** @param {Session} session */
  _show(session) {
    this.session = session;
    this.mint.notBefore(session.touched_at);
    const { part, words } = this;
    const seen = view(session);
    this.seen = seen;
    const stopped = session.stop.length > 0 && !session.finished;
    const ended = session.finished || this.closing || (seen.step === null && !stopped);
    const step = stopped || ended ? null : seen.step;
    part.empty.hidden = true;
    tell(part.title, session.day.title);
    tell(part.count, words.say("count", { done: seen.finished, total: seen.total }));
    const bar = /** @type {HTMLProgressElement} */ (part.progress);
    bar.max = Math.max(1, seen.total);
    bar.value = seen.finished;
    part.open_list.hidden = session.finished;
    part.dock.hidden = step === null;
    tell(part.early, this._early(session));
    this.setPanel.show(session, step);
    tell(part.sore_text, step ? soreWords(session, step.item, words) : "");
    part.sore.hidden = !part.sore_text.textContent;
    this.rest.show(step ? session.rest : null);
    this._latest(session, seen);
    this._label(step);
    part.finish.hidden = !ended;
    if (ended) showFinish(part, words, session, seen, this.summary?.session_id === session.id ? this.summary : null, this.asking);
    part.stop.hidden = !stopped;
    if (stopped) showStop(part, words, stopsFor(session), session.sets.length > 0);
    part.finish_early.hidden = session.sets.length === 0;
    this.wake.want(step !== null);
    this.root.dataset.ready = "";
  }

  /** @param {Session} session */
  _early(session) {
    if (session.day.is_on || session.sets.length > 0) return "";
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" }).format(new Date(`${session.day.due}T12:00`));
    return [this.words.say("early", { day }), ...session.day.warnings].join(" ");
  }

  /** @param {Session} session @param {ReturnType<typeof view>} seen */
  _latest(session, seen) {
    const { part, words } = this;
    const entry = session.latest?.kind === "set" ? session.sets.find((each) => each.id === session.latest?.id) : undefined;
    const item = entry ? seen.items.find((each) => each.place === entry.slot) : undefined;
    const text = entry ? doneWords(entry, item, words) : session.latest ? words.say("ticked") : "";
    tell(part.latest_text, text);
    part.latest.hidden = !text;
  }

  /** @param {Step | null} step */
  _label(step) {
    if (!step) return;
    const { part, words } = this;
    tell(part.log_text, words.say(isLogged(step.item) ? "log" : "tick"));
  }

  /** @param {string} text */
  _announce(text) {
    this.part.announce.textContent = text;
  }

  _nextWords() {
    const step = this.seen?.step;
    return step ? this.words.say("next_up", { name: step.item.name, number: step.number }) : "";
  }

  /** One tap: the set goes into the journal, the rest begins, the next set stands there. */
  _log() {
    const { session, seen, setPanel, part } = this;
    const step = seen?.step;
    if (!session || !step || !setPanel || performance.now() - this._tapped < SECOND_TAP_MS) return;
    if (part.load === document.activeElement || part.amount === document.activeElement) /** @type {HTMLElement} */ (document.activeElement).blur();
    const missing = setPanel.missing;
    if (missing) {
      this._announce(setPanel.ask(missing));
      return;
    }
    this._tapped = performance.now();
    const { said } = setPanel;
    void this._change((before) => {
      const [now, events] = isLogged(step.item) ? record.logged(before, step, said, this.mint) : record.ticked(before, step, this.mint);
      const rest_s = isLogged(step.item) ? restAfter(step, view(now).step) : 0;
      const rest = rest_s > 0 ? { ends_at: Date.now() + rest_s * 1000, total_s: rest_s } : null;
      return [{ ...now, rest }, events];
    }).then(() => this._told());
    scrollTo(0, 0);
  }

  /** What a screen reader hears after a set. */
  _told() {
    const { seen, words, session } = this;
    const step = seen?.step;
    if (!step || !session) return this._announce(words.say("all_done_title"));
    const load = step.planned.load_kg === null ? "" : shown(step.item.ladder, step.planned.load_kg, session.day.unit).words;
    const rest = session.rest ? words.say("resting", { time: clock(session.rest.total_s) }) : "";
    const sore = soreWords(session, step.item, words);
    return this._announce([words.say("logged"), rest, this._nextWords(), load, step.because, sore].filter(Boolean).join(" "));
  }

  /**
   * Changes the record: on the screen at once, safe when the database says so, then off to the server. The database may
   * know more, from another tab, so the change is made once more there, and that one counts.
   * @param {(session: Session) => [Session, JournalEvent[]]} change
   */
  async _change(change) {
    const { session, store } = this;
    if (!session) return;
    try {
      this._show(change(session)[0]);
      this.badge.show("saving");
      await store.change(session.id, change, (staged) => this._show(staged));
      void this.sync.flush();
    } catch {
      this.badge.show("unsaved");
      await this._reread();
    }
  }

  /** @param {Draft} draft */
  _keepDraft(draft) {
    const { session, store } = this;
    if (!session) return;
    this.session = { ...session, draft };
    store.change(session.id, (kept) => [{ ...kept, draft }, []]).catch(() => this.badge.show("unsaved"));
  }

  /** @param {string} place */
  _focus(place) {
    this.closing = false;
    void this._change((session) => [{ ...record.leftOut(session, place, false), focus: place }, []]).then(() => this.part.name.focus());
  }

  /** @param {import("./document.js").Item | undefined} item @param {import("./document.js").SetDocument} entry */
  _edit(item, entry) {
    close(this.part.list_sheet);
    const name = item?.name ?? this.session?.day.exercises[entry.exercise]?.name ?? entry.exercise;
    showEdit(this.part, this.words, item, entry, name, {
      keep: (now) => void this._change((session) => record.corrected(session, now, this.mint)),
      remove: () => void this._change((session) => record.deleted(session, entry.id, this.mint)),
    });
  }

  _plan() {
    const { session, seen } = this;
    if (!session || !seen) return;
    openPlan(this.part, this.words, session, seen, {
      go: (item) => this._focus(item.place),
      edit: (item, entry) => this._edit(item, entry),
    });
  }

  _technique() {
    const step = this.seen?.step;
    if (step && this.session) showTechnique(this.part, this.session.day.exercises[step.item.exercise], step.item.note);
  }

  /** The item at hand as the plan has it. @param {string} place */
  _planned(place) {
    const items = this.session?.day.blocks.flatMap((block) => block.items) ?? [];
    return /** @type {import("./document.js").Item} */ (items.find((item) => item.place === place));
  }

  /** @param {string} place @param {string} exercise */
  _swapTo(place, exercise) {
    void this._change((session) => record.swapped(session, this._planned(place), exercise, this.mint)).then(() => this.part.name.focus());
  }

  /** @param {string} place */
  _leaveOut(place) {
    void this._change((session) => [record.leftOut(session, place, true), []]);
  }

  _swap() {
    const step = this.seen?.step;
    if (!step || !this.session) return;
    const { place } = step.item;
    showSwaps(this.part, this.words, this.session, this._planned(place), step.item, {
      swap: (exercise) => this._swapTo(place, exercise),
      leaveOut: () => this._leaveOut(place),
    });
  }

  _note() {
    const step = this.seen?.step;
    if (!step || !this.session) return;
    showNotes(this.part, this.words, this.session, step.item, (place, text) => {
      void this._change((session) => record.noted(session, place, text, this.mint));
    });
  }

  _hurts() {
    const step = this.seen?.step;
    if (!step || !this.session) return;
    this.hurts.show(this.session, step.item, this._waysOn(step.item));
  }

  /** What can be done about an exercise that loads what was reported before. */
  _stillSore() {
    const step = this.seen?.step;
    const sore = step && this.session ? soreAt(this.session, step.item) : null;
    if (step && sore && this.session) this.hurts.again(this.session, step.item, this._waysOn(step.item), { ...sore, warnings: [] });
  }

  /** @param {import("./document.js").Item} item @returns {import("./hurts_sheet.js").Ways} */
  _waysOn({ place, exercise }) {
    return {
      report: (told) => this._change((session) => record.hurt(session, { ...told, exercise }, this.mint)),
      swap: (instead) => this._swapTo(place, instead),
      ease: () => void this._change((session) => [record.eased(session, place), []]),
      leaveOut: () => this._leaveOut(place),
    };
  }

  /** @param {boolean} closing */
  _close(closing) {
    this.closing = closing;
    close(this.part.list_sheet);
    if (this.session) this._show(this.session);
    (closing ? this.part.finish_title : this.part.name).focus();
  }

  async _finish() {
    this.closing = false;
    this.asking = true;
    await this._change((session) => record.finished(session, this.mint));
    this.part.finish_title.focus();
    await this.sync.flush();
    await this._sum();
  }

  /** Records, and the coach's own word on the next time, where the server can be asked. */
  async _sum() {
    const { session, table } = this;
    if (!session?.finished) return;
    const found = await table.summary(session.id);
    if (found) this.summary = { ...found, session_id: session.id };
    this._asked();
  }

  /** The server said what it has to say of a finished session, or could not be asked. */
  _asked() {
    this.asking = false;
    if (this.session?.finished) this._show(this.session);
  }

  async _nextSession() {
    try {
      await this.table.next();
      await this._reread();
    } catch (error) {
      this._refused(error);
    }
  }

  /** @param {unknown} error */
  _refused(error) {
    showEmpty(this.part, problemOf(error, this.words));
    this.root.dataset.ready = "";
  }
}
