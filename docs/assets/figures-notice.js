/** Tells a reader who comes long after the build that figures on the page may have changed since they were checked. */

import { today } from "./lib/today.js";

function tell() {
  for (const notice of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-figures-until]"))) {
    notice.hidden = today() <= (notice.dataset.figuresUntil ?? "");
  }
}

document.addEventListener("page", tell);
tell();
