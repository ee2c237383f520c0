/** Keeps the screen on while there is something to train. */

export class Wake {
  constructor() {
    this._wanted = false;
    this._asking = false;
    /** @type {WakeLockSentinel | null} */
    this._lock = null;
    document.addEventListener("visibilitychange", () => void this._hold());
  }

  /** @param {boolean} wanted */
  want(wanted) {
    this._wanted = wanted;
    if (wanted) void this._hold();
    else void this._lock?.release();
  }

  async _hold() {
    const can = "wakeLock" in navigator && document.visibilityState === "visible";
    if (!this._wanted || !can || this._asking || (this._lock && !this._lock.released)) return;
    this._asking = true;
    try {
      this._lock = await navigator.wakeLock.request("screen");
    } catch {
      // A nearly empty battery refuses it; the session goes on with a screen that turns off.
      this._lock = null;
    }
    this._asking = false;
    if (!this._wanted) void this._lock?.release();
  }
}
