/** A file input that also takes what is dropped on it, and says which file it has. */
class DorsiFiledrop extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    const words = this.querySelector(".file-drop__words");
    if (!input || !words) return;
    const lit = (/** @type {boolean} */ on) => this.classList.toggle("file-drop--over", on);
    this.addEventListener("dragover", (event) => {
      event.preventDefault();
      lit(true);
    });
    this.addEventListener("dragleave", () => lit(false));
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      lit(false);
      if (!event.dataTransfer?.files.length) return;
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    input.addEventListener("change", () => {
      if (input.files?.length) words.textContent = [...input.files].map((file) => file.name).join(", ");
    });
  }
}

customElements.define("dorsi-filedrop", DorsiFiledrop);
