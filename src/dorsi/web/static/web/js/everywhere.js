/** On every page: the service worker, and whatever still waits on this device to be sent. */

import { DATABASE } from "./player/places.js";

if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/sw.js");

/** The player sends on its own page; a browser that never opened it has nothing to send. */
async function sendWhatWaits() {
  if (document.querySelector("dorsi-player")) return;
  const databases = await indexedDB.databases?.();
  if (databases && !databases.some((each) => each.name === DATABASE)) return;
  const { sendLeftovers } = await import("./player/leftovers.js");
  await sendLeftovers();
}

sendWhatWaits().catch(() => {
  // A browser that keeps nothing has nothing to send.
});
