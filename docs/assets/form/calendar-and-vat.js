/** Help with filling in a box: a calendar for a date, and a checkbox that writes “+ VAT” after an amount. */

import { isUntouched, leave, questionOf, setAnswer } from "./question-values.js";

const WITHOUT_VAT = /(\+|\b(plus|ex|exc|excl|excluding|without|before|net of)\b\.?) ?(the )?vat\)?\s*$/i;
const ADDED = " + VAT";
const REGISTERED = "vat_registered";

/** @param {HTMLFormElement} form */
export function offerBoxAids(form) {
  form.toggleAttribute("data-picks", canPick());
  form.addEventListener("click", ({ target }) => {
    const pick = target instanceof Element ? target.closest(".pick") : null;
    if (pick) openCalendar(form, pick);
  });
  // In the capture phase, so the amount has changed before the form sends it.
  form.addEventListener("input", ({ target }) => typed(form, target), { capture: true });
  form.addEventListener("change", ({ target }) => typed(form, target, true), { capture: true });
}

/** Ticks the checkbox of each amount without VAT, even if a link or the claim gave it. @param {HTMLFormElement} form */
export function tickVat(form) {
  for (const tick of form.querySelectorAll(".add-vat input")) {
    const box = boxOf(tick);
    if (!box?.value.trim() || !(tick instanceof HTMLInputElement) || "waits" in tick.dataset) continue;
    tick.checked = WITHOUT_VAT.test(box.value);
  }
  answerRegistered(form);
}

/** @param {HTMLFormElement} form @param {EventTarget | null} part @param {boolean} [left] */
function typed(form, part, left = false) {
  if (!(part instanceof HTMLInputElement)) return;
  const question = /** @type {HTMLElement | null} */ (part.closest("[data-field]"));
  if (part.name === REGISTERED && question) question.dataset.chosen = "reader";
  const tick = question?.querySelector(".add-vat input");
  if (!(tick instanceof HTMLInputElement)) return;
  if (tick === part || (left && "waits" in tick.dataset)) writeVat(tick);
  answerRegistered(form);
}

/**
 * Answers that the business is registered for VAT if an amount has “+ VAT”, unless the reader has answered that.
 * @param {HTMLFormElement} form
 */
function answerRegistered(form) {
  const question = questionOf(form, REGISTERED);
  if (!question || question.dataset.chosen === "reader") return;
  const adds = [...form.querySelectorAll(".add-vat")].some((tick) => WITHOUT_VAT.test(boxOf(tick)?.value ?? ""));
  if (adds && isUntouched(question)) {
    question.dataset.chosen = "amount";
    setAnswer(form, question, "yes");
  } else if (!adds && question.dataset.chosen === "amount") {
    delete question.dataset.chosen;
    setAnswer(form, question, "no");
  }
}

/** Adds “+ VAT” to the amount or removes it; if there's no amount yet, waits for one. @param {HTMLInputElement} tick */
function writeVat(tick) {
  const box = boxOf(tick);
  const amount = box?.value.trim();
  delete tick.dataset.waits;
  if (!box || !amount) {
    if (tick.checked) tick.dataset.waits = "";
    return;
  }
  if (!tick.checked) box.value = amount.replace(WITHOUT_VAT, "").trim();
  else if (!WITHOUT_VAT.test(amount)) box.value = amount + ADDED;
}

/** @param {Element} part @returns {HTMLInputElement | null | undefined} */
const boxOf = (part) => part.closest("[data-field]")?.querySelector("input[name]");

/** Whether a script may open a calendar in this browser. In a frame on another site, none may. */
const canPick = () => "showPicker" in HTMLInputElement.prototype && (window === top || window.frameElement !== null);

/** @param {HTMLFormElement} form @param {Element} pick */
function openCalendar(form, pick) {
  const calendar = pick.parentElement?.querySelector(".calendar") ?? made(pick);
  try {
    /** @type {HTMLInputElement} */ (calendar).showPicker();
  } catch {
    form.removeAttribute("data-picks");
    boxOf(pick)?.focus();
  }
}

/** A hidden date box, whose calendar opens below the button. @param {Element} pick */
function made(pick) {
  const calendar = document.createElement("input");
  calendar.type = "date";
  calendar.className = "calendar";
  calendar.tabIndex = -1;
  calendar.setAttribute("aria-hidden", "true");
  calendar.addEventListener("change", (event) => {
    event.stopPropagation();
    take(calendar);
  });
  calendar.addEventListener("input", (event) => event.stopPropagation());
  pick.after(calendar);
  return calendar;
}

/** Writes the chosen date into the box, as day/month/year. @param {HTMLInputElement} calendar */
function take(calendar) {
  const box = boxOf(calendar);
  if (!box || !calendar.value) return;
  box.value = calendar.value.split("-").reverse().join("/");
  box.focus();
  leave(box);
}
