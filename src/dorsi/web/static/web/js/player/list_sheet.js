/** The whole session: what is done, what is to come, and a tap to do another exercise now. */

import { amountWords, doneWords } from "./asked.js";
import { copy, tell } from "./markup.js";
import { shown } from "./loads.js";
import { close, open } from "./sheet.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").SetDocument} SetDocument */
/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {ReturnType<typeof import("./flow.js").view>} View */

/**
 * @param {Parts} part @param {Words} words @param {Session} session @param {View} seen
 * @param {{go: (item: Item) => void, edit: (item: Item | undefined, entry: SetDocument) => void}} actions
 */
export function openPlan(part, words, session, seen, actions) {
  const rows = seen.blocks.map((block) => {
    const items = block.items.map((item) => itemRow(part, words, session, seen, item, actions));
    if (items.length === 1) return items[0];
    const { element, part: own } = copy("copy-group");
    tell(own.kind, words.say(block.kind));
    own.items.append(...items);
    return element;
  });
  part.plan.replaceChildren(...rows);
  open(part.list_sheet);
}

/**
 * @param {Parts} part @param {Words} words @param {Session} session @param {View} seen @param {Item} item
 * @param {{go: (item: Item) => void, edit: (item: Item | undefined, entry: SetDocument) => void}} actions
 */
function itemRow(part, words, session, seen, item, actions) {
  const { element, part: own } = copy("copy-item");
  const out = session.left_out.includes(item.place);
  const done = seen.count(item) >= item.sets.length;
  tell(own.place, item.place);
  tell(own.name, session.day.exercises[item.exercise]?.short ?? item.name);
  tell(own.asked, out ? words.say("left_out") : asked(item, words, session));
  element.classList.toggle("plan__item--done", done);
  element.classList.toggle("plan__item--out", out);
  if (seen.step?.item.place === item.place) own.go.setAttribute("aria-current", "step");
  own.go.addEventListener("click", () => {
    close(part.list_sheet);
    actions.go(item);
  });
  for (const entry of seen.done[item.place] ?? []) {
    const { element: button, part: set } = copy("copy-set");
    tell(set.text, doneWords(entry, item, words));
    button.setAttribute("aria-label", words.say("edit_set", { set: doneWords(entry, item, words) }));
    button.addEventListener("click", () => actions.edit(item, entry));
    own.sets.append(button);
  }
  own.sets.hidden = own.sets.childElementCount === 0;
  return element;
}

/** @param {Item} item @param {Words} words @param {Session} session */
function asked(item, words, session) {
  const first = item.sets[0];
  if (!first) return "";
  const load = first.load_kg === null || !session.day.exercises[item.exercise]?.load_mode ? "" : ` · ${shown(item.ladder, first.load_kg, session.day.unit).words}`;
  return `${item.sets.length} × ${amountWords(first, words)}${load}`;
}
