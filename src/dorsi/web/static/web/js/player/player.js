/** The element that the page holds: opens what this device keeps and puts the gym floor on it. */

import { Api } from "./api.js";
import { showEmpty } from "./empty_panel.js";
import { Floor } from "./floor.js";
import { parts } from "./markup.js";
import { Store } from "./store.js";
import { Words } from "./words.js";

class DorsiPlayer extends HTMLElement {
  async connectedCallback() {
    const words = Words.from(document);
    let store;
    try {
      store = await Store.open();
    } catch {
      showEmpty(parts(this), { title: words.say("no_store_title"), detail: words.say("no_store_text") });
      this.dataset.ready = "";
      return;
    }
    await new Floor(this, words, store, new Api()).open();
  }
}

customElements.define("dorsi-player", DorsiPlayer);
