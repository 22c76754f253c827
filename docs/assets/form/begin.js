/** A form that nobody has begun: on a phone and in a frame the style sheets show only its first few questions. */

/** Shows all the questions of the form that this is a part of. @param {Element} part */
export const begin = (part) => part.closest("form")?.setAttribute("data-begun", "");
