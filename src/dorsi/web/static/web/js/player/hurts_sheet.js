/** "This hurts": the traffic light, the warning signs, and the ways to go on. All answers come with the session. */

import { copy, tell } from "./markup.js";
import { close, open } from "./sheet.js";
import { nameOf, way } from "./swap_sheet.js";

/** @typedef {import("./document.js").Hurts} Hurts */
/** @typedef {import("./document.js").Light} Light */
/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {{score: number, place: string, signs: string[], warnings: string[]}} Told */
/**
 * @typedef {object} Ways
 * @property {(told: Told) => Promise<void> | void} report
 * @property {(exercise: string) => void} swap
 * @property {() => void} ease
 * @property {() => void} leaveOut
 */

const ORDER = ["green", "amber", "red"];

/**
 * The light of a score and of how it behaves: the worst of what the tables say. `offered` tells whether there is an
 * exercise to take instead.
 * @param {Hurts} hurts @param {number} score @param {string[]} signs @param {boolean} [offered] @returns {{light: Light, says: string}}
 */
export function lightFor(hurts, score, signs, offered = true) {
  const byScore = hurts.lights.find((each) => score >= each.from && score <= each.to) ?? hurts.lights[0];
  const worst = signs
    .map((id) => hurts.signs.find((sign) => sign.id === id)?.light ?? "green")
    .reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), byScore.light);
  const row = hurts.lights.find((each) => each.light === worst) ?? byScore;
  return { light: worst, says: offered ? row.says : (row.alone ?? row.says) };
}

/**
 * What can be done instead that loads the place less, and lightly at the most.
 * @param {Item} item @param {string} place
 */
function sparing(item, place) {
  return (item.alternatives ?? []).filter((each) => each.spares.includes(place) && each.exercise !== item.exercise);
}

export class HurtsSheet {
  /** @param {Parts} part @param {Words} words */
  constructor(part, words) {
    this._part = part;
    this._words = words;
    /** @type {Session | null} */
    this._session = null;
    /** @type {Item | null} */
    this._item = null;
    /** @type {Ways | null} */
    this._ways = null;
    part.hurts_form.addEventListener("change", () => this._react());
    part.hurts_next.addEventListener("click", () => this._next());
    part.hurts_none.addEventListener("click", () => void this._report());
    part.hurts_there.addEventListener("click", () => void this._report());
  }

  /** @param {Session} session @param {Item} item As it is today. @param {Ways} ways */
  show(session, item, ways) {
    const { hurts, exercises } = session.day;
    this._session = session;
    this._item = item;
    this._ways = ways;
    const { _part: part } = this;
    const stress = exercises[item.exercise]?.stress ?? {};
    const likely = Object.entries(stress).sort(([, a], [, b]) => b - a)[0]?.[0];
    const regions = [...hurts.regions].sort((a, b) => (stress[b.id] ?? 0) - (stress[a.id] ?? 0));
    part.scores.replaceChildren(...Array.from({ length: 11 }, (_, score) => choice("radio", "score", String(score), String(score), false)));
    part.regions.replaceChildren(...regions.map((each) => choice("radio", "region", each.id, each.name, each.id === likely)));
    part.signs.replaceChildren(...hurts.signs.map((each) => choice("checkbox", "sign", each.id, each.name, false)));
    part.warnings.replaceChildren(
      ...hurts.warnings.map((each) => {
        const { element, part: own } = copy("copy-warning");
        const box = /** @type {HTMLInputElement} */ (own.input);
        box.name = "warning";
        box.value = each.id;
        tell(own.text, each.prompt);
        return element;
      }),
    );
    this._at("hurts_ask");
    this._react();
    open(part.hurts_sheet);
  }

  /**
   * The ways to go on with an exercise that loads what was reported before.
   * @param {Session} session @param {Item} item @param {Ways} ways @param {Told} told
   */
  again(session, item, ways, told) {
    this._session = session;
    this._item = item;
    this._ways = ways;
    this._offer(told);
    open(this._part.hurts_sheet);
  }

  /** @param {"hurts_ask" | "hurts_warn" | "hurts_then"} page */
  _at(page) {
    for (const each of ["hurts_ask", "hurts_warn", "hurts_then"]) this._part[each].hidden = each !== page;
    this._part.hurts_sheet.scrollTop = 0;
  }

  /** @returns {Told} */
  get _told() {
    const data = new FormData(/** @type {HTMLFormElement} */ (this._part.hurts_form));
    return {
      score: Number(data.get("score") ?? -1),
      place: String(data.get("region") ?? ""),
      signs: data.getAll("sign").map(String),
      warnings: data.getAll("warning").map(String),
    };
  }

  _react() {
    const { score, place, warnings } = this._told;
    const known = score >= 0;
    this._part.hurts_next.toggleAttribute("disabled", !known || !place);
    this._part.light.hidden = !known;
    if (known) this._show(this._part.light, this._lightOf(this._told));
    this._part.hurts_none.toggleAttribute("disabled", warnings.length > 0);
    this._part.hurts_there.hidden = warnings.length === 0;
  }

  /** @param {HTMLElement} element @param {{light: Light, says: string}} light */
  _show(element, { light, says }) {
    element.dataset.light = light;
    tell(element, `${this._words.say(`light_${light}`)} ${says}`);
  }

  get _hurts() {
    return /** @type {Session} */ (this._session).day.hurts;
  }

  /** Anything above green, or any sign, leads over the warning signs. */
  _next() {
    const { score, signs } = this._told;
    const grave = signs.length > 0 || lightFor(this._hurts, score, signs).light !== "green";
    if (grave) this._at("hurts_warn");
    else void this._report();
  }

  async _report() {
    const told = this._told;
    await this._ways?.report(told);
    if (told.warnings.length) {
      close(this._part.hurts_sheet);
      return;
    }
    this._offer(told);
  }

  /** @param {Told} told */
  _lightOf({ score, signs, place }) {
    const others = sparing(/** @type {Item} */ (this._item), place);
    return lightFor(this._hurts, score, signs, others.length > 0);
  }

  /** @param {Told} told */
  _offer(told) {
    const light = this._lightOf(told);
    const { _words: words, _part: part } = this;
    const item = /** @type {Item} */ (this._item);
    const ways = /** @type {Ways} */ (this._ways);
    const session = /** @type {Session} */ (this._session);
    /** @param {() => void} act */
    const then = (act) => () => {
      close(part.hurts_sheet);
      act();
    };
    const rows = [];
    if (light.light === "amber") rows.push(way(words.say("ease"), words.say("ease_says"), then(ways.ease)));
    if (light.light !== "green") {
      for (const each of sparing(item, told.place)) {
        const name = nameOf(session, each.exercise);
        rows.push(way(words.say("instead", { name }), each.load, then(() => ways.swap(each.exercise))));
      }
      rows.push(way(words.say("leave_out", { name: nameOf(session, item.exercise) }), words.say("leave_out_says"), then(ways.leaveOut)));
    }
    if (light.light === "green") rows.push(way(words.say("go_on"), words.say("go_on_says"), then(() => {})));
    part.hurts_ways.replaceChildren(...rows);
    this._show(part.light_then, light);
    this._at("hurts_then");
  }
}

/** @param {"radio" | "checkbox"} type @param {string} name @param {string} value @param {string} text @param {boolean} on */
function choice(type, name, value, text, on) {
  const { element, part } = copy("copy-choice");
  const box = /** @type {HTMLInputElement} */ (part.input);
  Object.assign(box, { type, name, value, checked: on });
  tell(part.text, text);
  return element;
}
