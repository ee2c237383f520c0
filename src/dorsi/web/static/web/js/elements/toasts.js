/** The page's messages: what went well leaves by itself, the rest when closed. */
const GOES_AFTER_MS = 7000;

class DorsiToasts extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      if (event.target instanceof Element) event.target.closest(".toast__close")?.closest(".toast")?.remove();
    });
    for (const toast of this.querySelectorAll(".toast--success, .toast--info")) this.#leaveLater(toast);
  }

  /** A message that is being read, or worked with, stays. */
  #leaveLater(/** @type {Element} */ toast) {
    setTimeout(() => (toast.matches(":hover, :focus-within") ? this.#leaveLater(toast) : toast.remove()), GOES_AFTER_MS);
  }
}

customElements.define("dorsi-toasts", DorsiToasts);
