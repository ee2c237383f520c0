/** How to do the exercise at hand, one tap away. */

import { fillList, tell } from "./markup.js";
import { open } from "./sheet.js";

/** @typedef {import("./document.js").Exercise} Exercise */
/** @typedef {import("./markup.js").Parts} Parts */

/** @param {Parts} part @param {Exercise | undefined} exercise @param {string} note What the plan says of it. */
export function showTechnique(part, exercise, note) {
  if (!exercise) return;
  const { card } = exercise;
  tell(part.technique_name, exercise.name);
  tell(part.technique_summary, note || card.summary);
  fillList(part.cues, card.cues);
  fillList(part.set_up, card.set_up);
  fillList(part.execution, card.execution);
  tell(part.breathing, card.breathing);
  fillList(part.mistakes, card.mistakes.map((each) => each.mistake));
  [...part.mistakes.children].forEach((item, index) => {
    const remedy = document.createElement("p");
    remedy.textContent = card.mistakes[index].remedy;
    item.append(remedy);
  });
  open(part.technique_sheet);
}
