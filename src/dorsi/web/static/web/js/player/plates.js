/** The plates of one side, drawn as they hang on the sleeve. */

import { number } from "./loads.js";

/** @typedef {import("./words.js").Words} Words */

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 27;
const GAP = 4;
const TALLEST = 56;
const SHORTEST = 22;
const SLEEVE = 26;

/** @param {string} name @param {Record<string, string | number>} attributes */
function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/**
 * @param {HTMLElement} element @param {number[]} plates Heaviest first. @param {Words} words
 * @param {string} place "a side", "on the belt". @param {"kg" | "lb"} unit
 */
export function drawPlates(element, plates, words, place, unit) {
  element.hidden = plates.length === 0;
  if (plates.length === 0) return;
  const said = words.say("plates", { plates: plates.map((plate) => number(plate)).join(" + "), place });
  if (element.dataset.said === said) return;
  element.dataset.said = said;
  const width = SLEEVE + plates.length * (WIDTH + GAP) + 14;
  const picture = shape("svg", { viewBox: `0 0 ${width} ${TALLEST}`, width, height: TALLEST, "aria-hidden": "true", class: "plates__picture" });
  picture.append(shape("rect", { x: 0, y: TALLEST / 2 - 3, width, height: 6, rx: 3, class: "plates__sleeve" }));
  picture.append(shape("rect", { x: SLEEVE - 8, y: TALLEST / 2 - 9, width: 5, height: 18, rx: 2, class: "plates__sleeve" }));
  // Sizes that plates have: the area grows with the weight, so its root gives the height.
  const heaviest = unit === "lb" ? 45 : 20;
  plates.forEach((plate, index) => {
    const height = Math.round(SHORTEST + (TALLEST - SHORTEST) * Math.min(1, Math.sqrt(plate / heaviest)));
    const x = SLEEVE + index * (WIDTH + GAP);
    const large = plate >= heaviest / 2;
    picture.append(shape("rect", { x, y: (TALLEST - height) / 2, width: WIDTH, height, rx: 5, class: large ? "plates__plate plates__plate--large" : "plates__plate" }));
    const label = shape("text", { x: x + WIDTH / 2, y: TALLEST / 2 + 3.5, class: large ? "plates__text plates__text--large" : "plates__text" });
    label.textContent = number(plate);
    picture.append(label);
  });
  const text = document.createElement("p");
  text.className = "plates__words";
  text.textContent = said;
  element.replaceChildren(picture, text);
}
