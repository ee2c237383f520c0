/** Says why there is no session to show, and what to do about it. */

import { Refused } from "./api.js";
import { fillList, tell } from "./markup.js";

/** @typedef {import("./markup.js").Parts} Parts */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {{title?: string, detail?: string, reasons?: string[], remedy?: string}} Problem */

/** @param {Parts} part @param {Problem} problem */
export function showEmpty(part, problem) {
  for (const name of ["set", "dock", "finish", "stop"]) part[name].hidden = true;
  part.empty.hidden = false;
  tell(part.count, "");
  tell(part.empty_title, problem.title ?? "");
  tell(part.empty_text, problem.detail ?? "");
  fillList(part.empty_reasons, problem.reasons ?? []);
  tell(part.empty_remedy, problem.remedy ?? "");
}

/** What stands in the way, in words. @param {unknown} error @param {Words} words @returns {Problem} */
export function problemOf(error, words) {
  if (!(error instanceof Refused)) return { title: words.say("offline_title"), detail: words.say("offline_text") };
  if (error.status === 401) return { title: words.say("signed_out_title"), detail: words.say("signed_out_text") };
  if (error.status >= 500 || error.status === 200) return { title: words.say("faulty_title"), detail: words.say("faulty_text") };
  const { detail, reasons, remedy } = error.problem;
  return { title: words.say("refused_title"), detail, reasons, remedy };
}
