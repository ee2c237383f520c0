/** What was reported to hurt in this session, held against the exercises that are still to come. Pure. */

import { isLogged } from "./flow.js";
import { lightFor } from "./hurts_sheet.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Sore} Sore */
/** @typedef {import("./words.js").Words} Words */

/** Stress from which an exercise is worth a word: any where the light is red, but for one taken to spare the place. */
const TOO_MUCH = { green: Infinity, amber: 2, red: 1 };

/**
 * The worst of this session's reports that an exercise would feel, or null: it loads the place, or it hurt in it.
 * @param {Session} session @param {Item} item As it is today. @returns {Sore | null}
 */
export function soreAt(session, item) {
  if (!isLogged(item)) return null;
  const { exercises, hurts } = session.day;
  const stress = exercises[item.exercise]?.stress ?? {};
  const felt = (session.sore ?? []).filter((each) => {
    const { light } = lightFor(hurts, each.score, each.signs);
    if (light === "green" || (light === "amber" && session.eased.includes(item.place))) return false;
    const least = item.place in session.instead ? TOO_MUCH.amber : TOO_MUCH[light];
    return each.exercises.includes(item.exercise) || (stress[each.place] ?? 0) >= least;
  });
  return felt.reduce((/** @type {Sore | null} */ worst, each) => (worst && worst.score >= each.score ? worst : each), null);
}

/** What is said of it before the exercise. @param {Session} session @param {Item} item @param {Words} words */
export function soreWords(session, item, words) {
  const sore = soreAt(session, item);
  if (!sore) return "";
  const place = session.day.hurts.regions.find((each) => each.id === sore.place)?.name ?? sore.place;
  return words.say(sore.exercises.includes(item.exercise) ? "sore_again" : "sore_loads", { place });
}
