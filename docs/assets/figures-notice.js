/** Shows a notice once a page's figures are past the date they're checked until, as some may have changed. */

import { today } from "./lib/today.js";

function tell() {
  for (const notice of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-figures-until]"))) {
    notice.hidden = today() <= (notice.dataset.figuresUntil ?? "");
  }
}

document.addEventListener("page", tell);
tell();
