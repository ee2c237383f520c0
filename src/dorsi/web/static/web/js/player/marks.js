/** Records that a session's sets set, looked up in what stood before it. */

import { number, SAME_KG, shown, signedKg } from "./loads.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Marks} Marks */
/** @typedef {import("./document.js").SetDocument} SetDocument */
/** @typedef {import("./words.js").Words} Words */

/**
 * What was beaten, in words: at most one of a kind for each exercise. A session without marks has none to beat.
 * @param {Session} session @param {Item[]} items @param {Words} words @returns {{exercise: string, says: string}[]}
 */
export function beaten(session, items, words) {
  const marks = session.marks ?? {};
  return Object.keys(marks).flatMap((exercise) => {
    const own = session.sets.filter((entry) => entry.exercise === exercise && entry.kind !== "warm-up");
    const ladder = items.find((item) => item.exercise === exercise)?.ladder ?? [];
    /** @param {number} kg */
    const load = (kg) => shown(ladder, kg, session.day.unit).words;
    return sayings(marks[exercise], own, load, words).map((says) => ({ exercise, says }));
  });
}

/** @param {Marks} marks @param {SetDocument[]} own @param {(kg: number) => string} load @param {Words} words */
function sayings(marks, own, load, words) {
  const said = [];
  const heaviest = Math.max(...own.filter((entry) => entry.reps).map((entry) => signedKg(entry.load) ?? 0));
  if (marks.heaviest_kg !== null && heaviest > marks.heaviest_kg + SAME_KG) {
    said.push(words.say("record_heaviest", { amount: load(heaviest), before: load(marks.heaviest_kg) }));
  }
  const more = mostReps(marks, own);
  if (more) {
    const values = { amount: number(more.reps), before: number(more.before), load: load(more.kg) };
    said.push(words.say(more.loaded ? "record_reps_at" : "record_reps", values));
  }
  for (const [measure, mark, name] of /** @type {const} */ ([["seconds", marks.longest_s, "record_longest"], ["metres", marks.farthest_m, "record_farthest"]])) {
    const most = Math.max(...own.filter((entry) => !entry.reps).map((entry) => entry[measure] ?? 0));
    if (mark !== null && most > mark) said.push(words.say(name, { amount: number(most), before: number(mark) }));
  }
  return said;
}

/**
 * The heaviest set with more reps than ever at its load or a heavier one. Where nothing so heavy was lifted before there
 * is nothing to beat.
 * @param {Marks} marks @param {SetDocument[]} own
 */
function mostReps(marks, own) {
  const sets = own
    .filter((entry) => entry.reps)
    .map((entry) => ({ kg: signedKg(entry.load) ?? 0, reps: entry.reps ?? 0, loaded: Boolean(entry.load) }))
    .sort((a, b) => b.kg - a.kg || b.reps - a.reps);
  for (const set of sets) {
    const before = marks.reps_at.filter(([kg]) => kg >= set.kg - SAME_KG).map(([, reps]) => reps);
    if (before.length && set.reps > Math.max(...before)) return { ...set, before: Math.max(...before) };
  }
  return null;
}
