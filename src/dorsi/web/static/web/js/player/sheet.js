/** What slides over the set: native dialogs that close by their button, the Escape key or a tap beside them. */

/** @param {HTMLElement} element */
const dialog = (element) => /** @type {HTMLDialogElement} */ (element);

/** @param {ParentNode} root Makes every dialog below it close as people expect. */
export function prepareSheets(root) {
  for (const sheet of root.querySelectorAll("dialog")) {
    sheet.addEventListener("click", (event) => {
      const inside = event.target !== sheet || within(sheet, event);
      if (!inside) sheet.close();
    });
    for (const button of sheet.querySelectorAll("[data-close]")) button.addEventListener("click", () => sheet.close());
  }
}

/** @param {HTMLElement} sheet @param {MouseEvent} event */
function within(sheet, event) {
  const box = sheet.getBoundingClientRect();
  return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
}

/** @param {HTMLElement} sheet */
export function open(sheet) {
  if (!dialog(sheet).open) dialog(sheet).showModal();
  sheet.scrollTop = 0;
}

/** @param {HTMLElement} sheet */
export const close = (sheet) => dialog(sheet).close();
