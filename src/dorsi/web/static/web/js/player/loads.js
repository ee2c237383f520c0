/** Loads in the steps the equipment has, as kilograms, as the journal keeps them and as words. */

/** @typedef {import("./document.js").Rung} Rung */
/** @typedef {import("./document.js").SetDocument} SetDocument */
/** @typedef {import("./document.js").LoadMode} LoadMode */

const KG_PER_LB = 0.45359237;
/** Loads closer than this are the same load. */
export const SAME_KG = 0.01;

/** @param {number} value At most two decimals, without trailing zeros. @param {string} [locale] Else the page's. */
export function number(value, locale = globalThis.document?.documentElement.lang || undefined) {
  return value.toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: false });
}

/** @param {SetDocument["load"]} load @returns {number | null} Kilograms, help as a negative number. */
export function signedKg(load) {
  if (!load) return null;
  const [value, unit, mode] = load;
  const kg = unit === "lb" ? value * KG_PER_LB : value;
  return mode === "assisted" ? -kg : kg;
}

/** @param {Rung[]} ladder @param {number | null} kg @returns {Rung | undefined} */
export function rungAt(ladder, kg) {
  return kg === null ? undefined : ladder.find((rung) => Math.abs(rung.kg - kg) <= SAME_KG);
}

/**
 * The next load up or down that can be made; the lightest one where no load is known yet, null at either end.
 * @param {Rung[]} ladder @param {number | null} kg @param {1 | -1} direction @returns {number | null}
 */
export function stepped(ladder, kg, direction) {
  if (kg === null) return direction > 0 ? (ladder[0]?.kg ?? null) : null;
  const further = ladder.filter((rung) => (direction > 0 ? rung.kg > kg + SAME_KG : rung.kg < kg - SAME_KG));
  return (direction > 0 ? further[0] : further.at(-1))?.kg ?? null;
}

/**
 * A load as the journal keeps it: what was read on the plate, not what came out of a sum.
 * @param {Rung[]} ladder @param {number | null} kg @param {"kg" | "lb"} unit @param {LoadMode | null} mode
 * @returns {[number, "kg" | "lb", LoadMode] | undefined}
 */
export function asLogged(ladder, kg, unit, mode) {
  if (kg === null || mode === null) return undefined;
  const rung = rungAt(ladder, kg);
  if (rung) return [rung.value, unit, rung.mode];
  const value = Math.round((Math.abs(kg) / (unit === "lb" ? KG_PER_LB : 1)) * 100) / 100;
  return [value, unit, kg < 0 ? "assisted" : mode];
}

/**
 * A load for the screen.
 * @param {Rung[]} ladder @param {number} kg @param {"kg" | "lb"} unit
 * @returns {{words: string, value: number, plates: number[], plates_at?: string}}
 */
export function shown(ladder, kg, unit) {
  const rung = rungAt(ladder, kg);
  if (rung) return rung;
  const [typed, parts] = unit === "lb" ? [Math.abs(kg) / KG_PER_LB, 10] : [Math.abs(kg), 100];
  const value = Math.round(typed * parts) / parts;
  return { words: `${kg < 0 ? "−" : ""}${number(value)} ${unit}`, value, plates: [] };
}
