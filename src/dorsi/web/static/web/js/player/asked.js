/** What is asked, and what was done, in a lifter's words. */

import { number, shown, signedKg } from "./loads.js";
import { span } from "./words.js";
import { measureOf } from "./record.js";

/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").PlannedSet} PlannedSet */
/** @typedef {import("./document.js").SetDocument} SetDocument */
/** @typedef {import("./words.js").Words} Words */

/** "6–8 reps", "20–30 s", "as many as you can". @param {PlannedSet} set @param {Words} words @param {boolean} [first] True while the athlete has none. */
export function amountWords(set, words, first = false) {
  if (set.to_max) return words.say(first ? "first_try" : "to_max");
  if (set.seconds) {
    const [low, high] = set.seconds;
    const whole = low === high && low >= 120 && low % 60 === 0;
    return whole ? words.say("minutes", { amount: low / 60 }) : words.say("seconds", { amount: span(set.seconds) });
  }
  if (set.metres) return words.say("metres", { amount: span(set.metres) });
  return set.reps ? words.say("reps", { amount: span(set.reps) }) : "";
}

/** The whole of what is asked of a set. @param {Item} item @param {PlannedSet} set @param {boolean} sided @param {Words} words */
export function askedWords(item, set, sided, words) {
  const parts = [amountWords(set, words, item.first_try) + (sided ? ` ${words.say("each_side")}` : "")];
  if (set.to_max && set.aim !== null) parts.push(words.say("aim", { amount: set.aim }));
  if (set.light) parts.push(words.say("light"));
  if (set.reserve && !set.to_max) parts.push(words.say("in_reserve", { amount: span(set.reserve) }));
  if (item.tempo) parts.push(words.say("tempo", { tempo: item.tempo }));
  if (item.straps) parts.push(words.say("with_straps"));
  return parts.filter(Boolean).join(" · ");
}

/** What the dials begin with. @param {PlannedSet} set @returns {number | null} */
export function firstAmount(set) {
  if (set.to_max) return null;
  return set.aim ?? (set.reps ?? set.seconds ?? set.metres ?? [null])[0];
}

/** "8 × 62.5 kg", "45 s", "12 at body weight". @param {SetDocument} entry @param {Item | undefined} item @param {Words} words */
export function doneWords(entry, item, words) {
  const amount =
    entry.seconds !== undefined
      ? words.say("seconds", { amount: number(entry.seconds) })
      : entry.metres !== undefined
        ? words.say("metres", { amount: number(entry.metres) })
        : number(entry.reps ?? 0);
  const left = entry.rir === undefined ? "" : ` (${words.say("left", { amount: number(entry.rir) })})`;
  const kg = signedKg(entry.load);
  if (kg === null || !entry.load) return amount + left;
  const load = shown(item?.ladder ?? [], kg, entry.load[1]).words;
  return `${amount} × ${load}${left}`;
}

/** What a set is counted in, as a label. @param {PlannedSet} set @param {Words} words */
export const amountLabel = (set, words) => words.say(`label_${measureOf(set)}`);
