/** A chart whose values can be read one by one: touch or hover near a mark, or step with the arrow keys. */
const HERE = "chart__point--here";
const SVG = "http://www.w3.org/2000/svg";

class DorsiChart extends HTMLElement {
  /** @type {SVGGraphicsElement[]} */
  #marks = [];
  /** @type {number[]} Where the marks stand from left to right, in the chart's own units. */
  #places = [];
  #at = -1;

  connectedCallback() {
    const chart = this.querySelector("svg");
    const note = this.querySelector(".chart-read__note");
    if (!chart || !note) return;
    this.#marks = [...chart.querySelectorAll("[data-says]")].filter((mark) => mark instanceof SVGGraphicsElement);
    if (!this.#marks.length) return;
    this.#places = this.#marks.map((mark) => {
      const box = mark.getBBox();
      return box.x + box.width / 2;
    });
    const cursor = document.createElementNS(SVG, "line");
    cursor.setAttribute("class", "chart__cursor");
    cursor.setAttribute("y1", "14");
    cursor.setAttribute("y2", "182");
    cursor.setAttribute("visibility", "hidden");
    chart.insertBefore(cursor, this.#marks[0]);
    const show = (/** @type {number} */ index) => {
      if (index === this.#at) return;
      this.#marks[this.#at]?.classList.remove(HERE, "chart__bar--here");
      this.#at = index;
      const mark = this.#marks[index];
      mark.classList.add(mark instanceof SVGRectElement ? "chart__bar--here" : HERE);
      cursor.setAttribute("x1", String(this.#places[index]));
      cursor.setAttribute("x2", String(this.#places[index]));
      cursor.setAttribute("visibility", "visible");
      note.textContent = mark.dataset.says ?? "";
    };
    const point = (/** @type {PointerEvent} */ event) => show(this.#nearest(this.#inside(chart, event)));
    chart.addEventListener("pointermove", point);
    chart.addEventListener("pointerdown", point);
    chart.setAttribute("tabindex", "0");
    chart.setAttribute("aria-description", this.dataset.hint ?? "");
    chart.addEventListener("keydown", (event) => {
      const to = this.#stepped(event.key);
      if (to === undefined) return;
      event.preventDefault();
      show(to);
    });
  }

  /** Where a key leads; undefined for keys that mean nothing here. Unread charts begin at the newest value. */
  #stepped(/** @type {string} */ key) {
    const last = this.#marks.length - 1;
    const at = this.#at < 0 ? last + 1 : this.#at;
    if (key === "ArrowLeft") return Math.max(0, at - 1);
    if (key === "ArrowRight") return Math.min(last, at + 1);
    if (key === "Home") return 0;
    return key === "End" ? last : undefined;
  }

  /** The place under the pointer in the chart's own units. */
  #inside(/** @type {SVGSVGElement} */ chart, /** @type {PointerEvent} */ event) {
    const matrix = chart.getScreenCTM();
    return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()).x : 0;
  }

  /** The mark nearest to a place. */
  #nearest(/** @type {number} */ x) {
    let best = 0;
    this.#places.forEach((place, index) => {
      if (Math.abs(place - x) < Math.abs(this.#places[best] - x)) best = index;
    });
    return best;
  }
}

customElements.define("dorsi-chart", DorsiChart);
