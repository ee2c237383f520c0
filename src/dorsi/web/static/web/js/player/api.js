/** The server, as far as the player knows it. */

/** @typedef {import("./document.js").Day} Day */

import { API, CSRF_COOKIE } from "./places.js";

const PATIENCE_MS = 15000;

/** An answer that was not the wished-for one. */
export class Refused extends Error {
  /** @param {number} status @param {any} problem */
  constructor(status, problem) {
    super(problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem ?? {};
    /** The last part of the problem's type, such as "training-refused". */
    this.type = String(this.problem.type ?? "").split("/").at(-1) ?? "";
  }
}

export class Api {
  /** @returns {Promise<Day>} */
  day() {
    return this._ask("day");
  }

  /** @param {string} id @returns {Promise<{session: any, finished: boolean}>} */
  session(id) {
    return this._ask(`sessions/${id}`);
  }

  /** @param {string} id @returns {Promise<any>} Records and what follows for the next time. */
  summary(id) {
    return this._ask(`sessions/${id}/summary`);
  }

  /** @returns {Promise<{records: Record<string, import("./document.js").Marks>}>} What is to be beaten, by exercise. */
  records() {
    return this._ask("progress/records");
  }

  /** @param {string} athlete @param {object[]} events @returns {Promise<{results: {id: string, status: string, problems?: string[]}[]}>} */
  async send(athlete, events) {
    try {
      return await this._send(athlete, events);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 403 || error.type === "other-athlete") throw error;
      // The token in the cookie is too old or gone; the answer to this brings another.
      await this.day();
      return this._send(athlete, events);
    }
  }

  /** @param {string} athlete @param {object[]} events */
  _send(athlete, events) {
    return this._ask("events", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this._token(), "X-Dorsi-Athlete": athlete },
      body: JSON.stringify({ events }),
    });
  }

  /** @param {string} path @param {RequestInit} [options] */
  async _ask(path, options = {}) {
    const answer = await fetch(API + path, {
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...options,
      headers: { Accept: "application/json", ...options.headers },
    });
    const body = await answer.json().catch(() => null);
    if (!answer.ok || body === null) throw new Refused(answer.status, body);
    return body;
  }

  _token() {
    const wanted = `${CSRF_COOKIE}=`;
    const found = document.cookie.split("; ").find((cookie) => cookie.startsWith(wanted));
    return found ? decodeURIComponent(found.slice(wanted.length)) : "";
  }
}
