/** Sends what a session in a basement left behind, from whatever page is opened next. */

import { Api } from "./api.js";
import { Store } from "./store.js";
import { Sync } from "./sync.js";

/** @returns {Promise<boolean>} True if nothing is left. */
export async function sendLeftovers() {
  return new Sync(await Store.open(), new Api(), () => {}).start();
}
