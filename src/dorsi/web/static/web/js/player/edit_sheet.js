/** A set that is logged already: put right or taken out. */

import { amountLabel } from "./asked.js";
import { number } from "./loads.js";
import { tell } from "./markup.js";
import { measureOf } from "./record.js";
import { typed } from "./set_panel.js";
import { close, open } from "./sheet.js";

/** @typedef {import("./document.js").SetDocument} SetDocument */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */

/**
 * @param {Parts} part @param {Words} words @param {Item | undefined} item @param {SetDocument} entry @param {string} name
 * @param {{keep: (entry: SetDocument) => void, remove: () => void}} actions
 */
export function showEdit(part, words, item, entry, name, actions) {
  const measure = entry.seconds !== undefined ? "seconds" : entry.metres !== undefined ? "metres" : "reps";
  const planned = item?.sets.find((set) => measureOf(set) === measure);
  tell(part.edit_title, name);
  part.edit_load_field.hidden = !entry.load;
  tell(part.edit_load_label, entry.load ? words.say("load_in", { unit: entry.load[1] }) : "");
  field(part.edit_load).value = entry.load ? number(entry.load[0]) : "";
  tell(part.edit_amount_label, planned ? amountLabel(planned, words) : words.say(`label_${measure}`));
  field(part.edit_amount).value = number(entry[measure] ?? 0);
  field(part.edit_reserve).value = entry.rir === undefined ? "" : number(entry.rir);
  field(part.edit_note).value = entry.note ?? "";
  part.edit_error.hidden = true;
  part.edit_form.onsubmit = (event) => {
    event.preventDefault();
    const amount = typed(field(part.edit_amount).value);
    const load = typed(field(part.edit_load).value);
    const rir = typed(field(part.edit_reserve).value);
    const reserveIsWrong = rir === null && field(part.edit_reserve).value.trim() !== "";
    if (amount === null || (entry.load && load === null) || reserveIsWrong) {
      tell(part.edit_error, words.say("numbers_please"));
      return;
    }
    const { rir: _, note: __, ...rest } = entry;
    const note = field(part.edit_note).value.trim();
    close(part.edit_sheet);
    actions.keep({
      ...rest,
      [measure]: Math.round(amount),
      ...(entry.load && load !== null ? { load: [load, entry.load[1], entry.load[2]] } : {}),
      ...(rir === null ? {} : { rir: Math.min(10, rir) }),
      ...(note ? { note } : {}),
    });
  };
  part.edit_delete.onclick = () => {
    close(part.edit_sheet);
    actions.remove();
  };
  open(part.edit_sheet);
}

/** @param {HTMLElement} element */
const field = (element) => /** @type {HTMLInputElement} */ (element);
