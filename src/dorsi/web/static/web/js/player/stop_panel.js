/** The screen that ends training: a warning sign was reported. */

import { fillList, tell } from "./markup.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */

/** What the reported signs mean, from the session's own table. @param {Session} session */
export function stopsFor(session) {
  const { warnings, referral } = session.day.hurts;
  const ids = new Set(session.stop.flatMap((each) => each.warnings));
  const found = warnings.filter((each) => ids.has(each.id));
  const grave = found.some((each) => each.kind === "emergency");
  return { title: referral.title, reasons: found.map((each) => each.says), who: grave ? referral.emergency : referral.urgent, after: referral.after };
}

/** @param {Parts} part @param {Words} words @param {ReturnType<typeof stopsFor>} stop @param {boolean} begun */
export function showStop(part, words, stop, begun) {
  const news = part.stop.hidden;
  part.stop.hidden = false;
  tell(part.stop_title, stop.title);
  fillList(part.stop_reasons, stop.reasons);
  tell(part.stop_who, stop.who);
  tell(part.stop_after, stop.after);
  part.stop_end.textContent = words.say(begun ? "stop_end" : "stop_leave");
  if (news) part.stop_title.focus();
}
