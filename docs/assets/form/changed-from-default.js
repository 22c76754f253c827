/** Whether a form, or a box of it, differs from its initial value. */

/** Whether anything in a part of a page differs from its initial value. @param {ParentNode} part */
export const hasChanges = (part) => [...part.querySelectorAll("input, select, textarea")].some(isChanged);

/** Whether a box differs from its initial value. @param {Element} box */
export function isChanged(box) {
  if (box instanceof HTMLSelectElement) return box.selectedIndex !== Math.max(0, initialIndex(box));
  if (box instanceof HTMLInputElement && (box.type === "radio" || box.type === "checkbox")) {
    return box.checked !== box.defaultChecked;
  }
  return (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) && box.value !== box.defaultValue;
}

/** @param {HTMLSelectElement} box */
const initialIndex = (box) => [...box.options].findIndex((option) => option.defaultSelected);
