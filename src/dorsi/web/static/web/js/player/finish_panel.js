/** The end of the session: what was done, and what it means for the next time. */

import { nextTime } from "./contingency.js";
import { isWork } from "./flow.js";
import { shown } from "./loads.js";
import { beaten } from "./marks.js";
import { copy, showIcon, tell } from "./markup.js";
import { workSets } from "./record.js";
import { nameOf } from "./swap_sheet.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {ReturnType<typeof import("./flow.js").view>} View */
/** @typedef {{session_id?: string, records?: {says: string, exercise: string}[], next_time?: {name: string, says: string, exercise: string}[], next?: {due: string, title: string} | null}} Summary */

/** @param {Parts} part @param {Words} words @param {Session} session @param {View} seen @param {Summary | null} summary
 * @param {boolean} waits True while the server is still to be asked. */
export function showFinish(part, words, session, seen, summary, waits) {
  const open = seen.total - seen.finished;
  const over = session.finished;
  tell(part.finish_title, words.say(over ? "done_title" : open ? "finish_title" : "all_done_title"));
  tell(part.finish_text, over ? "" : words.say(open ? "open_text" : "all_done_text", { open }));
  const started = session.header?.started_at;
  const until = over ? session.touched_at : Date.now();
  const minutes = started ? Math.round((until - Date.parse(started)) / 60000) : 0;
  const facts = [[words.say("fact_sets"), String(workSets(session))], [words.say("fact_time"), words.say("minutes", { amount: minutes })]];
  part.facts.replaceChildren(...facts.map(([name, value]) => fact(name, value)));
  const records = summary?.records ?? beaten(session, seen.items, words);
  part.records.replaceChildren(...records.map((each) => outcome("record", nameOf(session, each.exercise), each.says)));
  part.records_part.hidden = records.length === 0;
  const next = summary?.next_time?.length ? summary.next_time.map((each) => outcome("next", each.name, each.says)) : fromTables(words, session, seen);
  part.next.replaceChildren(...next);
  part.next_part.hidden = next.length === 0;
  const upcoming = summary?.next;
  const later = over && !summary && !waits ? words.say("later") : "";
  tell(part.upcoming, upcoming ? words.say("upcoming", { title: upcoming.title, day: day(upcoming.due) }) : later);
  part.end.hidden = over || session.sets.length === 0;
  part.go_on.hidden = over || seen.step === null;
  part.leave.hidden = !over;
  part.next_session.hidden = !over;
}

/** What the tables that came with the session say. @param {Words} words @param {Session} session @param {View} seen */
function fromTables(words, session, seen) {
  return seen.items.filter(isWork).flatMap((item) => {
    const found = nextTime(item.sets, seen.done[item.place] ?? []);
    if (!found) return [];
    const load = shown(item.ladder, found.kg, session.day.unit).words;
    return [outcome(found.more ? "up" : "next", `${nameOf(session, item.exercise)}: ${load}`, found.says)];
  });
}

/** @param {string} icon @param {string} name @param {string} says */
function outcome(icon, name, says) {
  const { element, part } = copy("copy-outcome");
  showIcon(part.icon, icon);
  tell(part.name, name);
  tell(part.says, says);
  return element;
}

/** @param {string} name @param {string} value */
function fact(name, value) {
  const { element, part } = copy("copy-fact");
  tell(part.name, name);
  tell(part.value, value);
  return element;
}

/** @param {string} iso */
const day = (iso) => new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" }).format(new Date(`${iso}T12:00`));
