/** On the home page, for a reader whose plan is kept on this device: a link back to it, with its next date. */

import { claim } from "./claim/store.js";
import { says } from "./claim/strings.js";
import { element, linkTo } from "./lib/dom.js";
import { dateInWords, today } from "./lib/today.js";

const words = says.home;

/** @param {string} name */
function kept(name) {
  const value = claim.answers.get(name)?.value;
  return typeof value === "string" ? value : "";
}

function offer() {
  const start = document.querySelector(".home .start");
  if (!start || !claim.kept || !kept("plan_step") || document.querySelector(".continue")) return;
  const [next, on] = [kept("plan_next"), kept("plan_next_on")];
  const lines = [element("strong", "", kept("plan_step"))];
  if (kept("plan_done_on")) lines.push(element("span", "", says.plan.doneOn(dateInWords(kept("plan_done_on")))));
  if (next && on) lines.push(element("span", "", (on < today() ? words.passed : words.next)(dateInWords(on), next)));
  if (kept("last_seen")) lines.push(element("span", "", words.seen(dateInWords(kept("last_seen")))));
  const part = element("section", "continue", element("h2", "", words.title), element("p", "", ...lines), way());
  part.setAttribute("aria-label", words.title);
  start.before(part);
}

function way() {
  const link = linkTo("calculators/routes/", words.open);
  link.className = "md-button md-button--primary";
  return link;
}

document.addEventListener("page", offer);
offer();
