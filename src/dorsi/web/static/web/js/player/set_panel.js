/** The set at hand: filled in from the plan, one tap from being logged. */

import { amountLabel, amountWords, askedWords, firstAmount } from "./asked.js";
import { after, isLogged, restAfter } from "./flow.js";
import { number, shown, signedKg, stepped } from "./loads.js";
import { copy, tell } from "./markup.js";
import { measureOf } from "./record.js";
import { drawPlates } from "./plates.js";
import { clock } from "./words.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Step} Step */
/** @typedef {import("./document.js").Draft} Draft */
/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {{load_kg: number | null, amount: number | null, rir: number | null}} Said */

const AMOUNT_STEP = { reps: 1, seconds: 5, metres: 5 };
/** Numbers one tap away where a set goes to the maximum. */
const PICKS = 12;

export class SetPanel {
  /** @param {Parts} part @param {Words} words @param {(draft: Draft) => void} keep */
  constructor(part, words, keep) {
    this._part = part;
    this._words = words;
    this._keep = keep;
    /** @type {Session | null} */
    this._session = null;
    /** @type {Step | null} */
    this._step = null;
    /** @type {Draft} */
    this._draft = { step: "" };
    /** @type {number | undefined} */
    this._timer = undefined;
    this._listen();
  }

  _listen() {
    const { _part: part } = this;
    part.load_less.addEventListener("click", () => this._turnLoad(-1));
    part.load_more.addEventListener("click", () => this._turnLoad(1));
    part.amount_less.addEventListener("click", () => this._turnAmount(-1));
    part.amount_more.addEventListener("click", () => this._turnAmount(1));
    part.watch.addEventListener("click", () => this._watch());
    input(part.load).addEventListener("change", () => this._typedLoad());
    input(part.amount).addEventListener("change", () => this._typedAmount());
    for (const field of [part.load, part.amount]) field.addEventListener("focus", () => input(field).select());
    for (const choice of part.reserve.querySelectorAll("input")) {
      choice.addEventListener("change", () => {
        this._change({ rir: choice.checked ? Number(choice.dataset.reserve) : null });
      });
    }
    for (let reps = 0; reps < PICKS; reps += 1) {
      const { element } = copy("copy-pick");
      element.textContent = String(reps);
      element.addEventListener("click", () => this._change({ amount: reps }));
      part.picks.append(element);
    }
  }

  /** @param {Session} session @param {Step | null} step */
  show(session, step) {
    this._session = session;
    this._step = step;
    this._part.set.hidden = step === null;
    clearTimeout(this._timer);
    if (!step) return;
    this._draft = session.draft?.step === step.key ? { ...session.draft } : { step: step.key };
    this._write();
  }

  /** The exercise after this one, or that the group goes straight on. */
  _then() {
    const session = /** @type {Session} */ (this._session);
    const step = /** @type {Step} */ (this._step);
    const following = after(session, step);
    if (!following || following.item.place === step.item.place) return "";
    const name = session.day.exercises[following.item.exercise]?.short ?? following.item.name;
    return this._words.say(restAfter(step, following) ? "then" : "then_at_once", { name });
  }

  /** What would be logged now. @returns {Said} */
  get said() {
    const { planned } = /** @type {Step} */ (this._step);
    const amount = this._draft.running_since ? this._elapsed() : this._draft.amount;
    return {
      load_kg: this._draft.load_kg === undefined ? planned.load_kg : this._draft.load_kg,
      amount: amount === undefined ? firstAmount(planned) : amount,
      rir: this._draft.rir ?? null,
    };
  }

  /** What is missing before the set can be logged: the field to fill, or null. @returns {HTMLInputElement | null} */
  get missing() {
    const { item, planned } = /** @type {Step} */ (this._step);
    if (!isLogged(item)) return null;
    if (this.said.amount === null) return input(this._part.amount);
    const findable = item.role === "work" && !planned.light && item.ladder.length > 0 && this._mode() !== "added";
    return findable && this._mode() && this.said.load_kg === null ? input(this._part.load) : null;
  }

  /** Says beside the field what is missing, and puts the cursor there. @param {HTMLInputElement} field @returns {string} */
  ask(field) {
    const { _part: part, _words: words } = this;
    const [label, says] = field === part.load ? [part.load_label, words.say("which_load")] : [part.amount_label, words.say("how_many")];
    tell(label, says);
    label.classList.remove("visually-hidden");
    field.focus();
    return says;
  }

  _mode() {
    const { item } = /** @type {Step} */ (this._step);
    return this._session?.day.exercises[item.exercise]?.load_mode ?? null;
  }

  _write() {
    const { block, item, planned, number: count, because } = /** @type {Step} */ (this._step);
    const session = /** @type {Session} */ (this._session);
    const { _part: part, _words: words } = this;
    const sided = item.role !== "cardio" && (session.day.exercises[item.exercise]?.laterality ?? "bilateral") !== "bilateral";
    const grouped = block.items.length > 1 ? `${words.say(`kind_${block.kind}`)} · ` : "";
    const role = grouped + words.say(`role_${item.role}`);
    tell(part.place, words.say("place", { role, number: count, total: item.sets.length }));
    tell(part.name, session.day.exercises[item.exercise]?.short ?? item.name);
    tell(part.asked, askedWords(item, planned, sided, words));
    const why = because || (count === 1 && item.role === "work" ? (item.decisions.at(-1)?.says ?? "") : "");
    tell(part.because_text, why);
    part.because.hidden = !why;
    tell(part.last, item.last && !why.includes(withoutAge(item.last)) ? words.say("last", { last: item.last }) : item.last ? "" : item.note);
    tell(part.then, this._then());
    part.open_swap.hidden = !item.alternatives?.length;
    const logs = isLogged(item);
    part.open_hurts.hidden = part.open_note.hidden = !logs;
    part.reserve.hidden = !logs || item.role === "warmup" || planned.to_max || measureOf(planned) !== "reps";
    part.load_dial.hidden = !logs || this._mode() === null || (item.ladder.length === 0 && planned.load_kg === null);
    this._writeSaid();
  }

  _writeSaid() {
    const { item, planned } = /** @type {Step} */ (this._step);
    const { load_kg, amount, rir } = this.said;
    const { _part: part, _words: words } = this;
    this._writeLoad(load_kg);
    const measure = measureOf(planned);
    const logs = isLogged(item);
    part.amount_dial.hidden = !logs && measure !== "seconds";
    part.amount_dial.classList.toggle("dial--ticked", !logs);
    tell(part.goal, logs ? "" : amountWords(planned, words));
    for (const name of ["amount_less", "amount_more", "amount_value"]) part[name].hidden = !logs;
    tell(part.amount_label, amountLabel(planned, words));
    part.amount_label.classList.add("visually-hidden");
    part.amount_unit.textContent = words.say(`unit_${measure}`);
    if (document.activeElement !== part.amount) input(part.amount).value = amount === null ? "" : number(amount);
    input(part.amount).placeholder = "?";
    part.amount_less.toggleAttribute("disabled", amount === null || amount <= 0);
    part.picks.hidden = !planned.to_max;
    for (const pick of part.picks.children) pick.setAttribute("aria-pressed", String(pick.textContent === String(amount)));
    for (const choice of part.reserve.querySelectorAll("input")) choice.checked = Number(choice.dataset.reserve) === rir;
    this._writeWatch(measure === "seconds");
  }

  /** @param {number | null} kg */
  _writeLoad(kg) {
    const { item, planned } = /** @type {Step} */ (this._step);
    const { unit } = /** @type {Session} */ (this._session).day;
    const { _part: part, _words: words } = this;
    const mode = this._mode();
    const told = kg === null ? null : shown(item.ladder, kg, unit);
    if (document.activeElement !== part.load) input(part.load).value = told ? number(told.value) : "";
    input(part.load).placeholder = planned.light ? words.say("light") : mode === "added" ? "0" : "?";
    const meaning = mode === "total" ? "" : (kg ?? 0) < 0 || mode === "assisted" ? "of_help" : "added";
    const alone = this._session?.day.exercises[item.exercise]?.pair ? words.say("each_of_two", { unit }) : unit;
    part.load_unit.textContent = meaning ? words.say(meaning, { unit }) : alone;
    const toFind = kg === null && !planned.light && item.role === "work";
    tell(part.load_label, words.say(toFind ? "find_load" : "load"));
    part.load_label.classList.toggle("visually-hidden", !toFind);
    part.load_less.toggleAttribute("disabled", stepped(item.ladder, kg, -1) === null);
    part.load_more.toggleAttribute("disabled", stepped(item.ladder, kg, 1) === null);
    drawPlates(part.plates, told?.plates ?? [], words, told?.plates_at ?? item.plates_at ?? words.say("a_side"), unit);
  }

  /** @param {boolean} timed */
  _writeWatch(timed) {
    const { _part: part, _words: words } = this;
    const running = Boolean(this._draft.running_since);
    part.watch.hidden = !timed;
    if (!timed) return;
    part.watch_text.textContent = running ? clock(this._elapsed()) : words.say("watch");
    part.watch.classList.toggle("dial__watch--on", running);
    if (running) {
      if (document.activeElement !== part.amount) input(part.amount).value = String(this._elapsed());
      clearTimeout(this._timer);
      this._timer = setTimeout(() => this._writeWatch(true), 250);
    }
  }

  _elapsed() {
    return Math.round((Date.now() - (this._draft.running_since ?? Date.now())) / 1000);
  }

  _watch() {
    if (this._draft.running_since) this._change({ amount: this._elapsed(), running_since: undefined });
    else this._change({ running_since: Date.now() });
  }

  /** @param {1 | -1} direction */
  _turnLoad(direction) {
    const { item } = /** @type {Step} */ (this._step);
    const kg = stepped(item.ladder, this.said.load_kg, direction);
    if (kg !== null) this._change({ load_kg: kg });
  }

  /** @param {1 | -1} direction */
  _turnAmount(direction) {
    const { planned } = /** @type {Step} */ (this._step);
    const step = AMOUNT_STEP[measureOf(planned)];
    const from = this.said.amount ?? 0;
    this._change({ amount: Math.max(0, from + direction * step), running_since: undefined });
  }

  _typedLoad() {
    const value = typed(input(this._part.load).value);
    const { unit } = /** @type {Session} */ (this._session).day;
    if (value === null) return this._change({ load_kg: null });
    const helped = this._mode() === "assisted" || (this.said.load_kg ?? 0) < 0;
    return this._change({ load_kg: signedKg([value, unit, helped ? "assisted" : "total"]) });
  }

  _typedAmount() {
    const value = typed(input(this._part.amount).value);
    this._change({ amount: value === null ? null : Math.round(value), running_since: undefined });
  }

  /** @param {Partial<Draft>} draft */
  _change(draft) {
    this._draft = { ...this._draft, ...draft };
    this._keep(this._draft);
    this._writeSaid();
  }
}

/** What was done the last time, without how long ago that was: reasons repeat it. @param {string} last */
const withoutAge = (last) => last.replace(/ \([^()]*\)$/, "");

/** @param {HTMLElement} element */
const input = (element) => /** @type {HTMLInputElement} */ (element);

/** A number as people type it, with either decimal mark; null for what is none. @param {string} text */
export function typed(text) {
  const value = Number.parseFloat(text.trim().replace(",", "."));
  return Number.isFinite(value) && value >= 0 ? value : null;
}
