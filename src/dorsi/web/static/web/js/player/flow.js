/** The order of the session: which set is next, what is behind, what is done. A pure look at document and record. */

import { adjusted } from "./contingency.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").Block} Block */
/** @typedef {import("./document.js").Item} Item */
/** @typedef {import("./document.js").Step} Step */
/** @typedef {import("./document.js").SetDocument} SetDocument */
/** @typedef {import("./document.js").PlannedSet} PlannedSet */

const PREPARES = ["cardio", "warmup", "stretch"];

/** True for steps whose sets go to the journal; cardio and stretches are only ticked off. @param {Item} item */
export const isLogged = (item) => item.role === "warmup" || item.role === "work" || item.role === "test";

/** @param {Item} item */
export const isWork = (item) => item.role === "work" || item.role === "test";

/** The session's blocks with today's other exercises and lighter loads in their places. @param {Session} session @returns {Block[]} */
export function blocksOf(session) {
  return session.day.blocks.map((block) => ({ ...block, items: block.items.map((item) => itemNow(session, item)) }));
}

/** @param {Session} session @param {Item} item @returns {Item} */
function itemNow(session, item) {
  const swapped = session.instead[item.place];
  const instead = item.alternatives?.find((each) => each.exercise === swapped);
  const now = instead ? replaced(session, item, instead) : item;
  const reserve = session.day.hurts.amber_reserve;
  return session.eased.includes(item.place) ? { ...now, sets: now.sets.map((set) => easedSet(set, reserve)) } : now;
}

/** @param {Session} session @param {Item} item @param {import("./document.js").Alternative} instead @returns {Item} */
function replaced(session, item, instead) {
  const before = session.sets.filter((entry) => entry.slot === item.place && entry.exercise === item.exercise).length;
  const left = Math.max(1, instead.sets.length - before);
  return {
    ...item,
    exercise: instead.exercise,
    name: session.day.exercises[instead.exercise]?.name ?? instead.exercise,
    sets: instead.sets.slice(-left),
    ladder: instead.ladder,
    plates_at: instead.plates_at,
    last: instead.load,
    note: "",
    decisions: [],
    done: [],
  };
}

/**
 * Less load, more in reserve, and no table: it was made for the planned load.
 * @param {PlannedSet} set @param {number | undefined} reserve @returns {PlannedSet}
 */
function easedSet(set, reserve) {
  const load_kg = set.amber_kg ?? set.load_kg;
  return { ...set, load_kg, contingencies: [], reserve: set.reserve && reserve ? [reserve, reserve] : null };
}

/**
 * Sets by the place they fill: the one they name, else the first of their exercise that has room.
 * @param {Item[]} items @param {SetDocument[]} sets
 * @returns {{done: Record<string, SetDocument[]>, beside: SetDocument[]}}
 */
export function byPlace(items, sets) {
  /** @type {Record<string, SetDocument[]>} */
  const done = {};
  const beside = [];
  for (const entry of sets) {
    const warmUp = entry.kind === "warm-up";
    const fitting = items.filter((item) => item.exercise === entry.exercise && !isWork(item) === warmUp);
    const place =
      fitting.find((item) => item.place === entry.slot) ??
      fitting.find((item) => (done[item.place]?.length ?? 0) < item.sets.length) ??
      fitting.at(-1);
    if (place) (done[place.place] ??= []).push(entry);
    else beside.push(entry);
  }
  return { done, beside };
}

/** How many steps of an item are done. @param {Session} session @param {Item} item @param {Record<string, SetDocument[]>} done */
export function doneCount(session, item, done) {
  if (isLogged(item)) return done[item.place]?.length ?? 0;
  return session.ticked.filter((tick) => tick.startsWith(`${item.place}:`)).length;
}

/**
 * All that follows from document and record: what is next, how far it is.
 * @param {Session} session
 */
export function view(session) {
  const blocks = blocksOf(session);
  const items = blocks.flatMap((block) => block.items);
  const { done, beside } = byPlace(items, session.sets);
  /** @param {Item} item */
  const count = (item) => Math.min(item.sets.length, doneCount(session, item, done));
  /** @param {Item} item */
  const isOpen = (item) => count(item) < item.sets.length && !session.left_out.includes(item.place);
  const step = next(session, blocks, done, count, isOpen);
  const asked = items.filter((item) => !session.left_out.includes(item.place) || count(item) > 0);
  const total = asked.reduce((sum, item) => sum + (session.left_out.includes(item.place) ? count(item) : item.sets.length), 0);
  const finished = asked.reduce((sum, item) => sum + count(item), 0);
  return { blocks, items, done, beside, count, isOpen, step, total, finished };
}

/**
 * What is begun is brought to its end, then comes what follows it, then what was passed over. A warm-up that was
 * passed over is not asked for any more. A place chosen out of turn goes first.
 * @param {Session} session @param {Block[]} blocks @param {Record<string, SetDocument[]>} done
 * @param {(item: Item) => number} count @param {(item: Item) => boolean} isOpen @returns {Step | null}
 */
function next(session, blocks, done, count, isOpen) {
  const focused = blocks.find((block) => block.items.some((item) => item.place === session.focus && isOpen(item)));
  const at = latestBlock(session, blocks, done);
  const ahead = at < 0 ? blocks : blocks.slice(at);
  const behind = at < 0 ? [] : blocks.slice(0, at);
  const worked = new Set(session.sets.filter((entry) => entry.kind !== "warm-up").map((entry) => entry.exercise));
  for (const block of [...(focused ? [focused] : []), ...ahead, ...behind]) {
    const past = block !== focused && behind.includes(block);
    const open = block.items.filter(
      (item) =>
        isOpen(item) &&
        !(past && PREPARES.includes(item.role)) &&
        !(block !== focused && item.role === "warmup" && worked.has(item.exercise)),
    );
    if (open.length === 0) continue;
    const wanted = block.kind === "single" ? open.find((item) => item.place === session.focus) : undefined;
    const item = wanted ?? open.reduce((least, each) => (count(each) < count(least) ? each : least));
    const own = done[item.place] ?? [];
    const { planned, because } = isLogged(item)
      ? adjusted(item.sets, own.slice(0, item.sets.length))
      : { planned: item.sets[count(item)], because: "" };
    return { key: `${item.place}:${item.exercise}:${count(item) + 1}`, block, item, number: count(item) + 1, planned, because };
  }
  return null;
}

/** @param {Session} session @param {Block[]} blocks @param {Record<string, SetDocument[]>} done */
function latestBlock(session, blocks, done) {
  const last = session.sets.at(-1);
  const ticked = blocks.findLastIndex((block) => block.items.some((item) => !isLogged(item) && doneCount(session, item, done) > 0 && item.role === "cardio"));
  if (!last) return ticked;
  return blocks.findIndex((block) => block.items.some((item) => (done[item.place] ?? []).some((entry) => entry.id === last.id)));
}

/**
 * What comes after a step that is done as planned, for looking ahead.
 * @param {Session} session @param {Step} step @returns {Step | null}
 */
export function after(session, step) {
  const { item, number } = step;
  if (!isLogged(item)) return view({ ...session, ticked: [...session.ticked, `${item.place}:${number}`] }).step;
  const kind = item.role === "warmup" ? "warm-up" : item.role;
  const entry = { id: "", exercise: item.exercise, slot: item.place, kind };
  return view({ ...session, sets: [...session.sets, entry] }).step;
}

/**
 * The rest after a step: none where the group goes straight on to its next exercise, none at the end.
 * @param {Step} before @param {Step | null} after
 */
export function restAfter(before, after) {
  if (!after) return 0;
  const grouped = before.block.items.length > 1;
  if (!grouped) return before.planned.rest_s;
  const places = before.block.items.map((item) => item.place);
  if (places.includes(after.item.place) && after.number === before.number) return 0;
  return Math.max(...before.block.items.flatMap((item) => item.sets.map((set) => set.rest_s)));
}
