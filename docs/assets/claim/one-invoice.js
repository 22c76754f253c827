/** Turns an amount owed and a due date into a list of one invoice. */

import { questionOf } from "../form/question-values.js";

/** @import { Answer, Answers } from "./file.js" */

export const INVOICES = "invoices";
/** Questions that a list of invoices answers more exactly. */
export const LISTED = ["amount_owed", "due_date"];

const SEVERAL = /[,;&\n]| and /i;
const NOTHING = /^£? ?0*(\.0*)?$/;

/**
 * A list of one invoice, for a form that asks only for invoices. Empty if the claim lists invoices already, or has
 * several invoice numbers.
 * @param {HTMLFormElement} form
 * @param {ReadonlyMap<string, Answer>} answers
 * @returns {Answers}
 */
export function listOf(form, answers) {
  const [amount, due, number] = [...LISTED, "invoice_numbers"].map((name) => text(answers.get(name)));
  const isAsked = questionOf(form, INVOICES) && !LISTED.some((name) => questionOf(form, name));
  if (!isAsked || answers.has(INVOICES) || !amount || !due || NOTHING.test(amount) || SEVERAL.test(number ?? "")) {
    return new Map();
  }
  const row = { amount, due_date: due, ...(number ? { number } : {}) };
  return new Map([[INVOICES, { value: [row], kind: "rows" }]]);
}

/** @param {Answer | undefined} answer */
const text = (answer) => (typeof answer?.value === "string" ? answer.value.trim() : "");
