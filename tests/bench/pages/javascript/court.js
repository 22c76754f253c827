/** The cost of a small claim in England and Wales in hand-written JavaScript, using integers for pence and chances. */

/** @typedef {{up_to?: number, fee?: number, percent?: number}} Band */
/** @typedef {[name: string, chance: number | null, pay: number, back: number]} Ending */

/** @type {{issue_fee: Band[], hearing_fee: Band[], chance_of_defence: number}} */
const figures = JSON.parse(document.getElementById("figures")?.textContent ?? "");
const section = /** @type {HTMLElement} */ (document.querySelector(".answer"));
const money = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const CERTAIN = 10_000_000;

/** @param {string} id */
const typed = (id) => Number(/** @type {HTMLInputElement} */ (document.getElementById(id)).value);

/** @param {number} pence */
const inWords = (pence) => money.format(pence / 100).replace("-", "−");

/** @param {number} pence */
const inShort = (pence) => inWords(pence).replace(".00", "");

/** @param {Band[]} bands @param {number} pence */
function fee(bands, pence) {
  const band = bands.find((band) => !band.up_to || pence <= band.up_to * 100);
  return band?.percent ? Math.floor((pence * band.percent) / 100) : (band?.fee ?? 0) * 100;
}

/**
 * Every outcome: its chance out of ten million, what you pay and what you get back, in pence.
 * @param {number} claim
 * @returns {Ending[]}
 */
function endings(claim) {
  const issue = fee(figures.issue_fee, claim);
  const all = issue + fee(figures.hearing_fee, claim);
  const [d, w, q] = [Math.round(figures.chance_of_defence * 10), typed("winning"), typed("collecting")];
  return [
    ["They pay after your letter, and you do not claim", null, 0, claim],
    ["They do not defend, and you get the money", (1000 - d) * q * 100, issue, claim + issue],
    ["They do not defend, and you cannot get the money", (1000 - d) * (100 - q) * 100, issue, 0],
    ["They admit the debt and pay by instalments", null, issue, claim + issue],
    ["You win at a hearing and get the money", d * w * q, all, claim + all],
    ["You win at a hearing and cannot get the money", d * w * (100 - q), all, 0],
    ["You lose at a hearing", d * (100 - w) * 100, all, 0],
  ];
}

/** @param {Ending[]} endings */
function average(endings) {
  const exact = endings.reduce((sum, [, chance, pay, back]) => sum + (chance ?? 0) * (back - pay), 0);
  return Math.sign(exact) * Math.floor(Math.abs(exact) / CERTAIN + 0.5);
}

/** @param {number} claim */
function headline(claim) {
  const [issue, hearing] = [fee(figures.issue_fee, claim), fee(figures.hearing_fee, claim)];
  return (
    `To claim ${inShort(claim)} you pay ${inShort(issue)} to start, ${inShort(hearing)} more if there is a hearing: ` +
    `${inShort(issue + hearing)} in all.`
  );
}

/** @param {Ending} ending */
function row([name, chance, pay, back]) {
  const share = chance === null ? "–" : `${((chance * 100) / CERTAIN).toFixed(1)}%`;
  const cells = [name, share, inWords(back - pay), inWords(pay), inWords(back)];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

document.addEventListener("input", () => {
  const claim = Math.round(typed("q-amount_owed") * 100);
  const known = endings(claim);
  section.innerHTML =
    `<p class="headline">${headline(claim)}</p><p>On average court brings ${inWords(average(known))}.</p>` +
    "<table><tr><th>How it ends<th>Chance<th>You end up with<th>You pay<th>You get back</tr>" +
    `${known.map(row).join("")}</table>`;
  section.dataset.state = "answer";
});
