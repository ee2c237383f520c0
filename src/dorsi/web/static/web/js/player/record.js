/** What changes in a session's record and which journal events say so. Pure: ids and instants come from a `Mint`. */

import { asLogged } from "./loads.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Day} Day */
/** @typedef {import("./document.js").Step} Step */
/** @typedef {import("./document.js").SetDocument} SetDocument */
/** @typedef {import("./document.js").SessionDocument} SessionDocument */
/** @typedef {import("./document.js").JournalEvent} JournalEvent */
/** @typedef {import("./identity.js").Mint} Mint */
/** @typedef {[Session, JournalEvent[]]} Change  The record as it is now, and what the journal is told. */

/** A session that lasted less was written down afterwards, one that lasted more was forgotten (heuristic). */
const SHORTEST_S = 10 * 60;
const LONGEST_S = 6 * 3600;

/** @param {Day} day @returns {Session} */
export function fresh(day) {
  const sets = day.blocks.flatMap((block) => block.items.flatMap((item) => item.done)).concat(day.beside ?? []);
  return {
    id: day.session_id,
    athlete: day.athlete,
    day,
    header: day.open && day.open.id === day.session_id ? { ...day.open } : null,
    sets,
    known: sets.map((entry) => entry.id),
    deleted: [],
    ticked: [],
    left_out: [],
    eased: [],
    instead: {},
    notes: notesOf(day.open, sets),
    focus: "",
    rest: null,
    draft: null,
    latest: null,
    stop: [],
    sore: [],
    touched_at: 0,
    finished: false,
  };
}

/** @param {SessionDocument | null} header @param {SetDocument[]} sets @returns {Record<string, string>} */
function notesOf(header, sets) {
  /** @type {Record<string, string>} */
  const notes = {};
  if (header?.note) notes[""] = header.note;
  for (const [run, text] of header?.run_notes ?? []) {
    const place = sets.find((entry) => (entry.run ?? 0) === run)?.slot;
    if (place) notes[place] = text;
  }
  return notes;
}

/** The athlete's local day. @param {number} ms @param {string} zone @returns {string} ISO form */
export function localDay(ms, zone) {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", ...(zone ? { timeZone: zone } : {}) };
  return new Intl.DateTimeFormat("en-CA", /** @type {Intl.DateTimeFormatOptions} */ (parts)).format(ms);
}

/** @param {Mint} mint @param {object} body @returns {JournalEvent} */
const event = (mint, body) => /** @type {JournalEvent} */ ({ ...mint.next(), ...body });

/** @param {Session} session @param {Mint} mint @returns {JournalEvent} */
function headerEvent(session, mint) {
  const runs = Object.entries(session.notes)
    .filter(([place, text]) => place && text)
    .map(([place, text]) => [session.sets.find((entry) => entry.slot === place)?.run ?? -1, text])
    .filter(([run]) => Number(run) >= 0);
  const { sets: _, run_notes: __, note: ___, ...header } = /** @type {SessionDocument} */ (session.header);
  const told = {
    ...header,
    ...(session.notes[""] ? { note: session.notes[""] } : {}),
    ...(runs.length ? { run_notes: runs } : {}),
    finished: session.finished,
  };
  return event(mint, { kind: "session", session: told });
}

/** @param {Session} session @param {Mint} mint @returns {Change} Begun, if it was not yet. */
function begun(session, mint) {
  if (session.header) return [session, []];
  const { day } = session;
  const zone = day.zone || Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  const { at } = mint.next();
  const header = {
    id: session.id,
    on: localDay(Date.parse(at), zone),
    started_at: at,
    ...(zone ? { zone } : {}),
    title: day.title,
    plan: day.plan,
  };
  const now = { ...session, header };
  return [now, [headerEvent(now, mint)]];
}

/**
 * One set done.
 * @param {Session} session @param {Step} step
 * @param {{load_kg: number | null, amount: number | null, rir: number | null}} said @param {Mint} mint
 * @returns {Change}
 */
export function logged(session, step, said, mint) {
  const [before, events] = begun(session, mint);
  const { item, planned } = step;
  const { id, at } = mint.next();
  const exercise = session.day.exercises[item.exercise];
  const load = asLogged(item.ladder, said.load_kg, session.day.unit, exercise?.load_mode ?? null);
  const same = before.sets.find((entry) => entry.slot === item.place && entry.exercise === item.exercise);
  const runs = before.sets.map((entry) => entry.run ?? 0);
  const kind = item.role === "warmup" ? "warm-up" : item.role === "test" ? "test" : "work";
  /** @type {SetDocument} */
  const entry = {
    id,
    exercise: item.exercise,
    kind,
    ...(load ? { load } : {}),
    ...(said.amount === null ? {} : { [measureOf(planned)]: said.amount }),
    ...(said.rir === null ? {} : { rir: said.rir }),
    ...(item.straps && kind !== "warm-up" ? { straps: true } : {}),
    run: same?.run ?? (runs.length ? Math.max(...runs) + 1 : 0),
    ...(item.superset === null || item.superset === undefined ? {} : { superset: item.superset }),
    slot: item.place,
    done_at: at,
  };
  const notes = headerWaits(before, item.place);
  const now = touched({ ...before, sets: [...before.sets, entry], draft: null, latest: { kind: "set", id } }, at);
  const told = [...events, event(mint, { kind: "set", session_id: session.id, set: entry })];
  return [now, notes ? [...told, headerEvent(now, mint)] : told];
}

/** True if a remark was made on a place before its first set. @param {Session} session @param {string} place */
const headerWaits = (session, place) =>
  Boolean(session.notes[place]) && !session.sets.some((entry) => entry.slot === place);

/** What a set is counted in. @param {import("./document.js").PlannedSet} planned @returns {"reps" | "seconds" | "metres"} */
export const measureOf = (planned) => (planned.seconds ? "seconds" : planned.metres ? "metres" : "reps");

/** @param {Session} session @param {Step} step @param {Mint} mint @returns {Change} A step without a set is done. */
export function ticked(session, step, mint) {
  const id = `${step.item.place}:${step.number}`;
  const { at } = mint.next();
  return [touched({ ...session, ticked: [...session.ticked, id], draft: null, latest: { kind: "tick", id } }, at), []];
}

/** @param {Session} session @param {SetDocument} entry The whole set as it should be. @param {Mint} mint @returns {Change} */
export function corrected(session, entry, mint) {
  const sets = session.sets.map((each) => (each.id === entry.id ? entry : each));
  const told = event(mint, { kind: "set", session_id: session.id, set: entry });
  return [touched({ ...session, sets }, told.at), [told]];
}

/** @param {Session} session @param {string} setId @param {Mint} mint @returns {Change} */
export function deleted(session, setId, mint) {
  const told = event(mint, { kind: "set-deleted", session_id: session.id, set_id: setId });
  const now = {
    ...session,
    sets: session.sets.filter((entry) => entry.id !== setId),
    deleted: [...session.deleted, setId],
    latest: session.latest?.id === setId ? null : session.latest,
    rest: null,
  };
  return [touched(now, told.at), [told]];
}

/** Takes the latest set or tick back. @param {Session} session @param {Mint} mint @returns {Change} */
export function undone(session, mint) {
  const { latest } = session;
  if (!latest) return [session, []];
  if (latest.kind === "set") return deleted(session, latest.id, mint);
  return [{ ...session, ticked: session.ticked.filter((id) => id !== latest.id), latest: null, rest: null }, []];
}

/** @param {Session} session @param {string} place "" for the session. @param {string} text @param {Mint} mint @returns {Change} */
export function noted(session, place, text, mint) {
  const now = { ...session, notes: { ...session.notes, [place]: text.trim() } };
  const known = session.header && (place === "" || session.sets.some((entry) => entry.slot === place));
  if (!known) return [now, []];
  const told = headerEvent(now, mint);
  return [touched(now, told.at), [told]];
}

/**
 * Another exercise in a place, for today only; the planned one again takes it back.
 * @param {Session} session @param {import("./document.js").Item} item As the plan has it. @param {string} instead
 * @param {Mint} mint @returns {Change}
 */
export function swapped(session, item, instead, mint) {
  const { id, at } = mint.next();
  const today = localDay(Date.parse(at), session.day.zone);
  const planned = item.planned || item.exercise;
  const on = today < session.day.due ? session.day.due : today;
  const thing = { id, on, exercise: planned, instead, once: true };
  const others = Object.fromEntries(Object.entries(session.instead).filter(([place]) => place !== item.place));
  const now = {
    ...session,
    instead: instead === item.exercise ? others : { ...others, [item.place]: instead },
    left_out: session.left_out.filter((place) => place !== item.place),
    eased: session.eased.filter((place) => place !== item.place),
    draft: null,
  };
  return [touched(now, at), [event(mint, { kind: "swap", thing })]];
}

/**
 * Discomfort. Warning signs stop the session.
 * @param {Session} session
 * @param {{place: string, score: number, exercise: string, signs: string[], warnings: string[]}} said @param {Mint} mint
 * @returns {Change}
 */
export function hurt(session, said, mint) {
  const { id, at } = mint.next();
  const thing = {
    id,
    on: localDay(Date.parse(at), session.day.zone),
    place: said.place,
    score: said.score,
    ...(said.exercise ? { exercise: said.exercise } : {}),
    ...(said.signs.length ? { signs: [...said.signs].sort() } : {}),
    ...(said.warnings.length ? { warnings: said.warnings } : {}),
  };
  const stop = said.warnings.length ? [...session.stop, { id, warnings: said.warnings }] : session.stop;
  const { score, place, signs } = said;
  const before = (session.sore ?? []).find((each) => each.place === place)?.exercises ?? [];
  const exercises = [...new Set([...before, ...(said.exercise ? [said.exercise] : [])])];
  const others = (session.sore ?? []).filter((each) => each.place !== place);
  const now = { ...session, stop, sore: [...others, { id, place, score, signs, exercises }], rest: null };
  return [touched(now, at), [event(mint, { kind: "hurt", thing })]];
}

/** The warning signs were reported by mistake. @param {Session} session @param {Mint} mint @returns {Change} */
export function unstopped(session, mint) {
  const told = session.stop.map((each) => event(mint, { kind: "withdrawn", thing_id: each.id }));
  const taken = new Set(session.stop.map((each) => each.id));
  return [{ ...session, stop: [], sore: (session.sore ?? []).filter((each) => !taken.has(each.id)) }, told];
}

/** @param {Session} session @param {string} place @param {boolean} out @returns {Session} Given up for today, or not. */
export function leftOut(session, place, out) {
  const others = session.left_out.filter((each) => each !== place);
  return { ...session, left_out: out ? [...others, place] : others, focus: out && session.focus === place ? "" : session.focus, draft: null };
}

/** @param {Session} session @param {string} place @returns {Session} Less load for the rest of the exercise. */
export const eased = (session, place) => ({ ...session, eased: [...new Set([...session.eased, place])], draft: null });

/** The session is over. @param {Session} session @param {Mint} mint @param {boolean} [late] Closed long afterwards. @returns {Change} */
export function finished(session, mint, late = false) {
  if (!session.header || session.sets.length === 0) return [{ ...session, finished: true, rest: null }, []];
  const { at } = mint.next();
  const started = session.header.started_at;
  const took = started ? Math.round((Date.parse(at) - Date.parse(started)) / 1000) : 0;
  const duration = !late && took >= SHORTEST_S && took <= LONGEST_S ? { duration_s: took } : {};
  const now = touched({ ...session, header: { ...session.header, ...duration }, finished: true, rest: null, draft: null }, at);
  return [now, [headerEvent(now, mint)]];
}

/** @param {Session} session @param {string} at @returns {Session} */
const touched = (session, at) => ({ ...session, touched_at: Date.parse(at) });

/**
 * What the server has of this session, laid over what this device has. What waits to be sent wins; what the server
 * once confirmed and has no longer was deleted elsewhere.
 * @param {Session} session @param {SessionDocument & {finished?: boolean}} theirs @param {JournalEvent[]} waiting
 * @returns {Session}
 */
export function merged(session, theirs, waiting) {
  const pending = new Set(
    waiting.flatMap((each) => ("set" in each ? [/** @type {{id: string}} */ (each.set).id] : "set_id" in each ? [String(each.set_id)] : [])),
  );
  const remote = new Map((theirs.sets ?? []).map((entry) => [entry.id, entry]));
  const known = new Set(session.known);
  const kept = session.sets
    .filter((entry) => remote.has(entry.id) || pending.has(entry.id) || !known.has(entry.id))
    .map((entry) => (pending.has(entry.id) ? entry : (remote.get(entry.id) ?? entry)));
  const have = new Set(kept.map((entry) => entry.id));
  const gone = new Set(session.deleted);
  const added = [...remote.values()].filter((entry) => !have.has(entry.id) && !gone.has(entry.id));
  const sets = [...kept, ...added].sort((a, b) => (a.done_at ?? "").localeCompare(b.done_at ?? "") || a.id.localeCompare(b.id));
  const header = session.header ?? headerOf(theirs);
  return {
    ...session,
    header,
    sets,
    known: [...new Set([...session.known, ...remote.keys()])],
    notes: { ...notesOf(theirs, sets), ...session.notes },
    finished: session.finished || (theirs.finished === true && waiting.length === 0),
  };
}

/** @param {SessionDocument} theirs @returns {SessionDocument} */
function headerOf(theirs) {
  const { sets: _, finished: __, ...header } = theirs;
  return header;
}

/** Work sets that count, for the closing words. @param {Session} session */
export const workSets = (session) => session.sets.filter((entry) => entry.kind !== "warm-up").length;
