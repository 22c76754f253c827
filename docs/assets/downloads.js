/** Files made of an answer, offered as buttons. */

/** @typedef {{name: string, label: string, type: string, text: string}} Download */

/**
 * @param {HTMLElement} answer
 * @param {Download[]} downloads
 */
export function offerDownloads(answer, downloads) {
  if (!downloads.length) return;
  const place = document.createElement("p");
  place.className = "downloads";
  place.append(...downloads.map(button));
  (answer.querySelector(".sources") ?? answer.lastElementChild)?.before(place);
}

/** @param {Download} download */
function button(download) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "md-button";
  made.textContent = download.label;
  made.addEventListener("click", () => save(download));
  return made;
}

/** @param {Download} download */
export function save({ name, type, text }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
