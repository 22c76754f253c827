/** Shows below each date field how the typed date was understood, in words. */

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} days by the name of the question
 */
export function showDateHints(form, days) {
  for (const note of form.querySelectorAll(".in-words")) {
    note.textContent = days[note.closest("[data-field]")?.getAttribute("data-field") ?? ""] ?? "";
  }
  for (const [field, words] of Object.entries(days)) {
    const box = form.querySelector(`[data-field="${CSS.escape(field)}"] > input`);
    if (box && box.parentElement?.querySelector(".in-words") === null) box.after(made(box, words));
  }
}

/** @param {Element} box @param {string} words */
function made(box, words) {
  const note = document.createElement("p");
  note.className = "in-words";
  note.id = `${box.id}-day`;
  note.textContent = words;
  box.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby") ?? ""} ${note.id}`.trim());
  return note;
}
