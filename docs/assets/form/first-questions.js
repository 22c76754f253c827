/** On a phone or in a frame, the style sheets show only the first questions of a form that the reader hasn't begun. */

const FIRST = 3;

/** Marks everything but the first questions as shown later. @param {HTMLFormElement} form */
export function markLater(form) {
  const asked = [...form.querySelectorAll(".question:not(.rows)")].filter((one) => !one.closest("[hidden], details"));
  const first = asked.slice(0, FIRST);
  for (const part of form.querySelectorAll(".group, .question, details")) {
    part.toggleAttribute("data-later", !first.some((one) => part.contains(one)));
  }
  form.addEventListener("reveal", () => begin(form));
}

/** Shows all questions. @param {HTMLFormElement} form */
export const begin = (form) => form.setAttribute("data-begun", "");
