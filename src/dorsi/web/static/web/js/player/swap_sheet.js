/** Another exercise in the place at hand, for today. */

import { copy, tell } from "./markup.js";
import { close, open } from "./sheet.js";

/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */

/** A row that does something when tapped. @param {string} name @param {string} says @param {() => void} act */
export function way(name, says, act) {
  const { element, part } = copy("copy-way");
  tell(part.name, name);
  tell(part.says, says);
  element.addEventListener("click", act);
  return element;
}

/** What an exercise is called where there is little room. @param {Session} session @param {string} exercise */
export const nameOf = (session, exercise) => session.day.exercises[exercise]?.short ?? exercise;

/**
 * @param {Parts} part @param {Words} words @param {Session} session @param {Item} planned As the plan has it.
 * @param {Item} now As it is today. @param {{swap: (exercise: string) => void, leaveOut: () => void}} actions
 */
export function showSwaps(part, words, session, planned, now, actions) {
  /** @param {string} exercise */
  const choose = (exercise) => {
    close(part.swap_sheet);
    actions.swap(exercise);
  };
  tell(part.swap_text, words.say("swap_text", { name: nameOf(session, now.exercise) }));
  const rows = planned.alternatives
    .filter((each) => each.exercise !== now.exercise)
    .map((each) => {
      const name = nameOf(session, each.exercise);
      return way(name, `${each.says} · ${each.load}`, () => choose(each.exercise));
    });
  if (now.exercise !== planned.exercise) {
    rows.unshift(way(nameOf(session, planned.exercise), words.say("as_planned"), () => choose(planned.exercise)));
  }
  part.swaps.replaceChildren(...rows);
  part.leave_out.textContent = words.say("leave_out", { name: nameOf(session, now.exercise) });
  part.leave_out.onclick = () => {
    close(part.swap_sheet);
    actions.leaveOut();
  };
  open(part.swap_sheet);
}
