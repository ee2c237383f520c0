/** A range input that shows its value while it moves. */
class DorsiSlider extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    const value = this.querySelector("output b");
    if (!input || !value) return;
    const show = () => (value.textContent = Number(input.value).toLocaleString(document.documentElement.lang || undefined));
    input.addEventListener("input", show);
    show();
  }
}

customElements.define("dorsi-slider", DorsiSlider);
