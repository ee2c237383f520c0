/** What follows from a set, looked up in the table that came with it. Nothing is decided here. */

import { SAME_KG, signedKg } from "./loads.js";

/** @typedef {import("./document.js").PlannedSet} PlannedSet */
/** @typedef {import("./document.js").SetDocument} SetDocument */
/** @typedef {import("./document.js").Contingency} Contingency */

/**
 * The line of a set's table that applies; none where another load was lifted than planned.
 * An unknown reserve counts as the one asked for.
 * @param {PlannedSet | undefined} planned @param {SetDocument} entry @returns {Contingency | null}
 */
export function lineFor(planned, entry) {
  if (!planned || entry.reps === undefined || entry.kind === "warm-up") return null;
  const lifted = signedKg(entry.load) ?? 0;
  if (planned.load_kg === null || Math.abs(planned.load_kg - lifted) > SAME_KG) return null;
  const { reps, rir } = entry;
  for (const line of [...planned.contingencies].reverse()) {
    const fits = (line.reps_from === null || reps >= line.reps_from) && (line.reps_to === null || reps <= line.reps_to);
    if (!fits) continue;
    const short = line.reserve_from !== null && rir !== undefined && rir < line.reserve_from;
    return short && line.next_set_kg === null ? null : line;
  }
  return null;
}

/**
 * The next set with the load that follows from the one before: by its table if it was done as planned, else the
 * load that was lifted.
 * @param {PlannedSet[]} sets @param {SetDocument[]} own Sets done in the place, in order.
 * @returns {{planned: PlannedSet, because: string}}
 */
export function adjusted(sets, own) {
  const planned = sets[own.length];
  const before = own.at(-1);
  if (!before || planned.role !== "work" || !before.load) return { planned, because: "" };
  const line = lineFor(sets[own.length - 1], before);
  if (line) {
    if (line.next_set_kg === null) return { planned, because: line.says };
    return { planned: { ...planned, load_kg: line.next_set_kg }, because: line.says };
  }
  const lifted = /** @type {number} */ (signedKg(before.load));
  const asked = sets[own.length - 1].load_kg;
  if (asked !== null && Math.abs(asked - lifted) <= SAME_KG) return { planned, because: "" };
  return { planned: { ...planned, load_kg: lifted }, because: "" };
}

/**
 * What a finished exercise means for the next time: the load and the sentence behind it; null where the table of
 * its last set has nothing to say, or says "more" while not every set got there.
 * @param {PlannedSet[]} sets @param {SetDocument[]} own
 * @returns {{kg: number, more: boolean, says: string} | null}
 */
export function nextTime(sets, own) {
  const last = own.at(-1);
  if (!last) return null;
  const line = lineFor(sets[own.length - 1], last);
  if (!line || line.next_time_kg === null) return null;
  const lifted = signedKg(last.load) ?? 0;
  const more = line.next_time_kg > lifted + SAME_KG;
  const floor = line.reps_from ?? 0;
  if (more && !own.every((entry) => (entry.reps ?? -1) >= floor)) return null;
  return { kg: line.next_time_kg, more, says: line.says };
}
