/** Minus and plus beside a number input, in the input's own steps and within its bounds. */
class DorsiStepper extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input");
    if (!input) return;
    /** @type {NodeListOf<HTMLButtonElement>} */
    const buttons = this.querySelectorAll("button[data-step]");
    const judge = () => {
      const value = input.valueAsNumber;
      for (const button of buttons) {
        button.disabled = Number(button.dataset.step) < 0 ? value <= Number(input.min || -Infinity) : value >= Number(input.max || Infinity);
      }
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        if (Number(button.dataset.step) < 0) input.stepDown();
        else input.stepUp();
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }
    input.addEventListener("input", judge);
    judge();
  }
}

customElements.define("dorsi-stepper", DorsiStepper);
