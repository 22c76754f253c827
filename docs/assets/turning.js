/**
 * Turning from page to page without leaving, so that a calculator that is running goes on running. A link is followed
 * in this way only while there is something to keep; wherever it cannot, the browser follows the link as always.
 *
 * The title, the description, the skip link, the main part and the footer are exchanged; the header stays. Then the
 * document hears "turn" before the old page goes, and "page" once the new one stands: a module that does something to
 * a page does it when it loads and at each "page", or else listens on the document.
 */

/** @typedef {{left: number, top: number, typed: Record<string, string>[]}} Left how a page was left */

const TURNED = [".md-main", ".footer", "[data-md-component=skip]"];
/** The modules that take up a page that is turned to; a page with any other is loaded. */
const TURNS = new Set(["calculator.js", "folds.js", "header.js", "offline.js", "words-explained.js"]);
const HEAD = ["meta[name=description]", "link[rel=canonical]"];

export class Turning {
  /** Pages by their address, so that going back needs no network. @type {Map<string, string>} */
  #pages = new Map();
  /** How pages were left, by their place in the history. @type {Map<number, Left>} */
  #left = new Map();
  #place = 0;
  #last = 0;
  #path = location.pathname;
  #begun = false;
  /** @type {AbortController | undefined} */
  #coming;

  /**
   * @param {() => boolean} worth whether there is something to keep
   * @param {() => Record<string, string>[]} typed what has been typed into each form of the page
   */
  constructor(worth, typed) {
    this.worth = worth;
    this.typed = typed;
    document.addEventListener("click", (event) => this.#clicked(event));
    addEventListener("popstate", (event) => this.#wentBack(event));
  }

  /** What had been typed when this place in the history was left. @returns {Record<string, string>[]} */
  get before() {
    return this.#left.get(this.#place)?.typed ?? [];
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !isPlain(event, link) || link.pathname === location.pathname || !this.worth()) return;
    event.preventDefault();
    if (!this.#begun) this.#begin();
    const place = ++this.#last;
    this.#turn(link.href, place, () => history.pushState({ place }, "", link.href));
  }

  /** @param {PopStateEvent} event */
  #wentBack({ state }) {
    if (!this.#begun || location.pathname === this.#path) return;
    this.#turn(location.href, state?.place ?? 0, () => {});
  }

  /** From now on it is we who scroll; the links of the header that stays must lead the same way from everywhere. */
  #begin() {
    this.#begun = true;
    history.scrollRestoration = "manual";
    history.replaceState({ place: this.#place }, "");
    for (const link of document.querySelectorAll("header a")) if (link instanceof HTMLAnchorElement) link.href += "";
  }

  /** @param {string} address @param {number} place in the history @param {() => void} move */
  async #turn(address, place, move) {
    this.#coming?.abort();
    const coming = (this.#coming = new AbortController());
    try {
      const page = parsed(await this.#fetched(address, coming.signal));
      if (!coming.signal.aborted) this.#show(page, place, move);
    } catch {
      if (!coming.signal.aborted) location.assign(address);
    }
  }

  /** @param {string} address @param {AbortSignal} signal */
  async #fetched(address, signal) {
    const path = new URL(address).pathname;
    const known = this.#pages.get(path);
    if (known) return known;
    const response = await fetch(path, { signal });
    if (!response.ok || response.redirected) throw Error(`${response.status}: ${path}`);
    const text = await response.text();
    this.#pages.set(path, text);
    return text;
  }

  /** @param {Document} page @param {number} place @param {() => void} move */
  #show(page, place, move) {
    this.#left.set(this.#place, { left: scrollX, top: scrollY, typed: this.typed() });
    document.dispatchEvent(new Event("turn"));
    move();
    this.#place = place;
    this.#path = location.pathname;
    exchange(page);
    mark();
    document.dispatchEvent(new Event("page"));
    load(page);
    arrive(this.#left.get(this.#place));
  }
}

/** Whether a click asks for another page of this site, here and now. @param {MouseEvent} event @param {HTMLAnchorElement} link */
function isPlain(event, link) {
  const other = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented;
  const elsewhere = link.origin !== location.origin || link.target || link.hasAttribute("download") || link.search;
  return !other && !elsewhere && link.pathname.endsWith("/");
}

/** A page that can take the place of this one. Throws where it is of another make. @param {string} text */
function parsed(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  /** @param {Document} of */
  const made = (of) => {
    const styles = [...of.querySelectorAll("link[rel=stylesheet]")].map((one) => fileName(one.getAttribute("href")));
    return [...styles, of.querySelector("meta[name=version]")?.getAttribute("content")].join();
  };
  if (made(page) !== made(document)) throw Error("the site has changed");
  const here = document.getElementById("calculator-runtime");
  const there = page.getElementById("calculator-runtime");
  if (here && there && here.textContent !== there.textContent) throw Error("the runtime has changed");
  for (const part of TURNED) if (!page.querySelector(part)) throw Error(`no ${part}`);
  for (const script of page.querySelectorAll("script[type=module]")) {
    if (!TURNS.has(fileName(script.getAttribute("src")))) throw Error("it has to be loaded");
  }
  if (page.querySelector(".keep-guide")) throw Error("it has to be loaded");
  return page;
}

/** @param {string | null} address */
const fileName = (address) => (address ?? "").replace(/^.*\//, "");

/** @param {Document} page */
function exchange(page) {
  document.title = page.title;
  for (const name of HEAD) {
    document.querySelector(name)?.remove();
    const now = page.querySelector(name);
    if (now) document.head.append(document.adoptNode(now));
  }
  for (const part of TURNED) {
    const now = /** @type {Element} */ (page.querySelector(part));
    document.querySelector(part)?.replaceChildren(...document.adoptNode(now).childNodes);
  }
  const menu = document.getElementById("menu");
  if (menu?.matches(":popover-open")) menu.hidePopover();
  const search = document.getElementById("__search");
  if (search instanceof HTMLInputElement && search.checked) search.click();
}

/** Marks this page in the menu. */
function mark() {
  for (const link of document.querySelectorAll("header a")) {
    if (!(link instanceof HTMLAnchorElement) || link.matches(".wordmark")) continue;
    if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Loads the modules that this page has and those before it had not. @param {Document} page */
function load(page) {
  for (const name of ["script[type=module]", "script#calculator-runtime"]) {
    for (const script of page.querySelectorAll(`head > ${name}`)) {
      const known = script.id ? document.getElementById(script.id) : isLoaded(script);
      if (!known) document.head.append(again(script));
    }
  }
}

/** @param {Element} script */
const isLoaded = (script) =>
  [...document.scripts].some((one) => fileName(one.getAttribute("src")) === fileName(script.getAttribute("src")));

/** A script that was parsed does not run; one that is made does. @param {Element} script */
function again(script) {
  const made = document.createElement("script");
  for (const { name, value } of script.attributes) made.setAttribute(name, value);
  made.textContent = script.textContent;
  return made;
}

/** Puts the reader where they were on this page, or else at its heading or the part that the link named. @param {Left} [left] */
function arrive(left) {
  const heading = document.querySelector("main h1");
  const part = location.hash.includes("=") ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (heading instanceof HTMLElement) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  if (left) scrollTo(left.left, left.top);
  else if (part) part.scrollIntoView();
  else scrollTo(0, 0);
}
