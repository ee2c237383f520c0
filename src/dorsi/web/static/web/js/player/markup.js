/** The page's own markup: its named parts, its templates, its icons. */

/** @typedef {Record<string, HTMLElement>} Parts */

/** Named parts below an element, by their `data-part`. @param {ParentNode} root @returns {Parts} */
export function parts(root) {
  /** @type {Parts} */
  const found = {};
  for (const element of root.querySelectorAll("[data-part]")) {
    found[/** @type {HTMLElement} */ (element).dataset.part ?? ""] ??= /** @type {HTMLElement} */ (element);
  }
  return found;
}

/** A copy of a template and its parts. @param {string} id @returns {{element: HTMLElement, part: Parts}} */
export function copy(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const element = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  return { element, part: parts(element) };
}

/** Writes a text and hides the element where there is none. @param {HTMLElement} element @param {string} text */
export function tell(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

/** Shows another icon of the sprite. @param {HTMLElement} element @param {string} name */
export function showIcon(element, name) {
  const use = element.querySelector("use");
  const address = use?.getAttribute("href") ?? "";
  use?.setAttribute("href", `${address.split("#")[0]}#${name}`);
}

/** A list item for each text; the list is hidden where there are none. @param {HTMLElement} list @param {string[]} texts */
export function fillList(list, texts) {
  list.replaceChildren(
    ...texts.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }),
  );
  list.hidden = texts.length === 0;
  const heading = list.previousElementSibling;
  if (heading instanceof HTMLHeadingElement) heading.hidden = texts.length === 0;
}
