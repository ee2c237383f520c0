/** Tells that a rest is over: a sound, a shake, a notification where the athlete allowed one. */

const NOTES_HZ = [659, 659, 988];
const NOTE_S = 0.18;
const SHAKE_MS = [180, 90, 180, 90, 360];

export class Alarm {
  constructor() {
    /** @type {AudioContext | null} */
    this._audio = null;
  }

  /** Gets what sounds ready, which takes too long to be done when something is tapped. */
  prepare() {
    this._audio ??= "AudioContext" in window ? new AudioContext() : null;
  }

  /** Browsers let a page sound only after a touch: called with every tap. */
  unlock() {
    this.prepare();
    if (this._audio?.state === "suspended") void this._audio.resume();
  }

  /** @param {string} title @param {string} text */
  ring(title, text) {
    this._sound();
    if ("vibrate" in navigator) navigator.vibrate(SHAKE_MS);
    if (document.visibilityState === "hidden") void this._notify(title, text);
  }

  _sound() {
    const audio = this._audio;
    if (audio?.state !== "running") return;
    NOTES_HZ.forEach((pitch, index) => {
      const from = audio.currentTime + index * (NOTE_S + 0.05);
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, from);
      volume.gain.exponentialRampToValueAtTime(0.4, from + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, from + NOTE_S);
      tone.connect(volume).connect(audio.destination);
      tone.start(from);
      tone.stop(from + NOTE_S);
    });
  }

  /** @param {string} title @param {string} text */
  async _notify(title, text) {
    if (!("Notification" in window) || Notification.permission !== "granted") return;
    const worker = await navigator.serviceWorker?.getRegistration();
    await worker?.showNotification(title, { body: text, tag: "dorsi-rest", renotify: true, vibrate: SHAKE_MS });
  }

  /** "granted", "denied", "default", or "unavailable" on a page that may not notify. */
  static permission() {
    return "Notification" in window && window.isSecureContext ? Notification.permission : "unavailable";
  }

  /** @returns {Promise<string>} */
  static async ask() {
    return Alarm.permission() === "unavailable" ? "unavailable" : Notification.requestPermission();
  }
}
