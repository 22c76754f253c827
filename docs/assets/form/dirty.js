/** Whether somebody has typed into a form, or chosen anything in it, since it was drawn. */

/** @param {ParentNode} part */
export const isDirty = (part) => [...part.querySelectorAll("input, select, textarea")].some(differs);

/** @param {Element} box */
function differs(box) {
  if (box instanceof HTMLSelectElement) return box.selectedIndex !== Math.max(0, drawn(box));
  if (box instanceof HTMLInputElement && (box.type === "radio" || box.type === "checkbox")) {
    return box.checked !== box.defaultChecked;
  }
  return (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) && box.value !== box.defaultValue;
}

/** @param {HTMLSelectElement} box */
const drawn = (box) => [...box.options].findIndex((option) => option.defaultSelected);
