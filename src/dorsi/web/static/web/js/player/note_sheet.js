/** Remarks on the exercise at hand and on the session. */

import { tell } from "./markup.js";
import { close, open } from "./sheet.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */

/** @param {Parts} part @param {Words} words @param {Session} session @param {Item} item @param {(place: string, text: string) => void} keep */
export function showNotes(part, words, session, item, keep) {
  const place = /** @type {HTMLTextAreaElement} */ (part.note_place);
  const whole = /** @type {HTMLTextAreaElement} */ (part.note_session);
  tell(part.note_place_label, words.say("note_on", { name: item.name }));
  place.value = session.notes[item.place] ?? "";
  whole.value = session.notes[""] ?? "";
  part.note_form.onsubmit = (event) => {
    event.preventDefault();
    close(part.note_sheet);
    if (place.value.trim() !== (session.notes[item.place] ?? "")) keep(item.place, place.value);
    if (whole.value.trim() !== (session.notes[""] ?? "")) keep("", whole.value);
  };
  open(part.note_sheet);
}
