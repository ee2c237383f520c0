/** What this device keeps: sessions and the outbox, in IndexedDB. A set is safe once its transaction is through. */

import { openDB } from "../../vendor/idb.js";
import { DATABASE } from "./places.js";

/** @typedef {import("./document.js").Session} Session */
/** @typedef {import("./document.js").JournalEvent} JournalEvent */
/** @typedef {{seq?: number, athlete: string, session: string, event: JournalEvent, problems?: string[]}} Letter */

/** What is written is on the disk, not only on its way there, before a set counts as safe. */
const STRICT = { durability: "strict" };
const KEPT_MS = 14 * 24 * 3600 * 1000;

export class Store {
  /** @param {any} database @param {BroadcastChannel} channel */
  constructor(database, channel) {
    this._database = database;
    this._channel = channel;
  }

  /** Opens the database, made if there is none. @param {string} [name] */
  static async open(name = DATABASE) {
    const database = await openDB(name, 1, {
      upgrade(/** @type {any} */ made) {
        made.createObjectStore("sessions", { keyPath: "id" });
        made.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true });
        made.createObjectStore("refused", { keyPath: "seq" });
        made.createObjectStore("current");
      },
    });
    return new Store(database, new BroadcastChannel(name));
  }

  /** Calls back when another tab has changed something. @param {() => void} listener */
  onChange(listener) {
    this._channel.addEventListener("message", listener);
  }

  /** The session on the table. @returns {Promise<Session | undefined>} */
  async current() {
    const through = this._database.transaction(["sessions", "current"]);
    const id = await through.objectStore("current").get("session");
    return id === undefined ? undefined : through.objectStore("sessions").get(id);
  }

  /**
   * Puts a session on the table, chosen in view of what lies there and of what is known of one by its id; nothing can
   * be logged in between. Sessions long over and sent are cleared away.
   * @param {string} id @param {(current: Session | undefined, known: Session | undefined) => Session} decide
   * @returns {Promise<Session>}
   */
  async choose(id, decide) {
    const through = this._database.transaction(["sessions", "current", "outbox"], "readwrite", STRICT);
    const [sessions, table] = [through.objectStore("sessions"), through.objectStore("current")];
    const lying = await table.get("session");
    const session = decide(lying === undefined ? undefined : await sessions.get(lying), await sessions.get(id));
    await Promise.all([sessions.put(session), table.put(session.id, "session")]);
    const waiting = new Set((await through.objectStore("outbox").getAll()).map((/** @type {Letter} */ each) => each.session));
    for (const old of await sessions.getAll()) {
      const over = old.id !== session.id && !waiting.has(old.id) && Date.now() - old.touched_at > KEPT_MS;
      if (over) await sessions.delete(old.id);
    }
    await through.done;
    this._channel.postMessage("changed");
    return session;
  }

  /** Forgets a session, unless something of it waits to be sent. @param {string} id @returns {Promise<boolean>} True if it is forgotten. */
  async forget(id) {
    const through = this._database.transaction(["sessions", "current", "outbox"], "readwrite", STRICT);
    const waits = (await through.objectStore("outbox").getAll()).some((/** @type {Letter} */ each) => each.session === id);
    if (!waits) await Promise.all([through.objectStore("sessions").delete(id), through.objectStore("current").delete("session")]);
    await through.done;
    return !waits;
  }

  /**
   * Changes a session and puts its events into the outbox, both or neither.
   * @param {string} id
   * @param {(session: Session, waiting: JournalEvent[]) => [Session, JournalEvent[]]} change Gets the session and what
   * of it waits to be sent.
   * @param {(session: Session) => void} [staged] Called as soon as the change is made, before it is safe.
   * @returns {Promise<Session>}
   */
  async change(id, change, staged) {
    const through = this._database.transaction(["sessions", "outbox"], "readwrite", STRICT);
    const letters = await through.objectStore("outbox").getAll();
    const waiting = letters.filter((/** @type {Letter} */ each) => each.session === id).map((/** @type {Letter} */ each) => each.event);
    const [now, events] = change(await through.objectStore("sessions").get(id), waiting);
    staged?.(now);
    const writes = [through.objectStore("sessions").put(now)];
    for (const event of events) {
      writes.push(through.objectStore("outbox").add({ athlete: now.athlete, session: id, event }));
    }
    await Promise.all(writes);
    await through.done;
    this._channel.postMessage("changed");
    return now;
  }

  /** What waits to be sent, oldest first. @returns {Promise<Letter[]>} */
  waiting() {
    return this._database.getAll("outbox");
  }

  /** What the server would not take. @returns {Promise<Letter[]>} */
  refused() {
    return this._database.getAll("refused");
  }

  /** Forgets what the server would not take, once somebody has read why. */
  async dismiss() {
    await this._database.clear("refused");
    this._channel.postMessage("changed");
  }

  /**
   * The server's answer: what it has leaves the outbox, what it refuses is kept aside with its reasons, until it takes
   * a later word on the same set or session.
   * @param {Letter[]} letters @param {{id: string, status: string, problems?: string[]}[]} results
   */
  async settle(letters, results) {
    const answers = new Map(results.map((result) => [result.id, result]));
    const through = this._database.transaction(["outbox", "refused", "sessions"], "readwrite", STRICT);
    const aside = through.objectStore("refused");
    for (const letter of letters) {
      const answer = answers.get(letter.event.id);
      if (!answer) continue;
      const taken = answer.status === "created" || answer.status === "known";
      if (!taken) await aside.put({ ...letter, problems: answer.problems ?? [answer.status] });
      for (const old of taken ? await aside.getAll() : []) {
        if (subject(old.event) && subject(old.event) === subject(letter.event)) await aside.delete(old.seq);
      }
      await through.objectStore("outbox").delete(letter.seq);
      const setId = /** @type {any} */ (letter.event).set?.id;
      const session = setId && taken ? await through.objectStore("sessions").get(letter.session) : undefined;
      if (session && !session.known.includes(setId)) {
        await through.objectStore("sessions").put({ ...session, known: [...session.known, setId] });
      }
    }
    await through.done;
    this._channel.postMessage("changed");
  }
}

/** The set or the session that an event speaks of; empty for remarks such as discomfort. @param {any} event @returns {string} */
const subject = (event) => event.set?.id ?? event.set_id ?? event.session?.id ?? "";
