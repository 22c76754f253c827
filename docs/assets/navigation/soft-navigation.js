/**
 * Soft navigation: the next page's content replaces this one's, so a running calculator keeps running. It's used only
 * while a calculator is running. If it isn't possible, the browser follows the link as usual.
 *
 * It replaces the title, the description, the skip link, the main part and the footer; the header stays. The document
 * gets the event "turn" before the old page goes, and "page" once the new one is in place. A module that changes pages
 * runs when it loads and again at each "page", or only listens on the document.
 */

import { pinSite } from "../lib/site.js";

/** @typedef {{left: number, top: number, typed: Record<string, string>[]}} Left a page as the reader left it */

const REPLACED = [".md-main", ".footer", "[data-md-component=skip]"];
const PAUSE = 250; // milliseconds without typing before the values are saved
/** Modules that can't handle soft navigation. A page that has one is loaded in full. */
const NEEDS_LOADING = "script[type=module]:not([data-soft-navigation])";
const HEAD = ["meta[name=description]", "link[rel=canonical]"];

export class SoftNavigation {
  /** Pages already fetched, by address, so going back needs no network. @type {Map<string, string>} */
  #pages = new Map();
  /** How pages were left, by their place in the history. @type {Map<number, Left>} */
  #left = new Map();
  /** @type {number} */
  #place = history.state?.place ?? 0;
  #last = this.#place;
  #path = location.pathname;
  /** The latest answers taken from this page's address. */
  #fragment = location.hash;
  #begun = false;
  /** @type {AbortController | undefined} */
  #coming;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /**
   * @param {() => boolean} worth whether a running calculator makes soft navigation worthwhile
   * @param {() => Record<string, string>[]} typed the values typed into each form on the page
   */
  constructor(worth, typed) {
    this.worth = worth;
    this.typed = typed;
    document.addEventListener("click", (event) => this.#clicked(event));
    addEventListener("popstate", (event) => this.#wentBack(event));
    addEventListener("hashchange", () => this.#readdressed());
    history.scrollRestoration = "auto"; // soft navigation may have set this entry to "manual" before a reload
  }

  /** The values typed on this page when it was last left or reloaded. @returns {Record<string, string>[]} */
  get before() {
    return this.#left.get(this.#place)?.typed ?? history.state?.typed ?? [];
  }

  /** Saves what was typed after a pause in typing, or now. @param {boolean} [now] */
  changed(now) {
    clearTimeout(this.#pause);
    if (now) this.#note();
    else this.#pause = setTimeout(() => this.#note(), PAUSE);
  }

  /** Whether the address has answers that this page hasn't taken. */
  get #isReaddressed() {
    return location.hash.includes("=") && location.hash !== this.#fragment;
  }

  /** Saves what was typed in this entry of the history, which outlasts a reload but not the tab. */
  #note() {
    clearTimeout(this.#pause);
    if (location.pathname !== this.#path || this.#isReaddressed) return;
    history.replaceState({ ...history.state, place: this.#place, typed: this.typed() }, "");
  }

  /** Reloads if the address now has other answers, from a link to this page or typed by the reader. */
  #readdressed() {
    if (!this.#isReaddressed) return;
    clearTimeout(this.#pause);
    location.reload();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !isPlain(event, link) || link.pathname === location.pathname || !this.worth()) return;
    event.preventDefault();
    if (!this.#begun) this.#begin();
    const place = ++this.#last;
    this.#navigate(link.href, place, () => history.pushState({ place }, "", link.href));
  }

  /** @param {PopStateEvent} event */
  #wentBack({ state }) {
    if (location.pathname === this.#path) return this.#note();
    clearTimeout(this.#pause);
    if (!this.#begun) return location.reload(); // an entry from before this document was loaded
    this.#navigate(location.href, state?.place ?? 0, () => {});
  }

  /** Takes over scrolling from the browser, and makes the links in the header absolute, as the header stays. */
  #begin() {
    this.#begun = true;
    history.scrollRestoration = "manual";
    history.replaceState({ ...history.state, place: this.#place }, "");
    pinSite();
    for (const link of document.querySelectorAll("header a")) {
      if (link instanceof HTMLAnchorElement) link.setAttribute("href", link.href); // the property is always absolute
    }
  }

  /** @param {string} address @param {number} place in the history @param {() => void} move */
  async #navigate(address, place, move) {
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
    this.#note();
    this.#left.set(this.#place, { left: scrollX, top: scrollY, typed: this.typed() });
    document.dispatchEvent(new Event("turn"));
    move();
    this.#place = place;
    this.#path = location.pathname;
    this.#fragment = location.hash;
    exchange(page);
    markCurrent();
    document.dispatchEvent(new Event("page"));
    load(page);
    arrive(this.#left.get(this.#place));
  }
}

/** Whether a click opens another page of this site in this tab. @param {MouseEvent} event @param {HTMLAnchorElement} link */
function isPlain(event, link) {
  const other = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented;
  const elsewhere = link.origin !== location.origin || link.target || link.hasAttribute("download") || link.search;
  return !other && !elsewhere && link.pathname.endsWith("/");
}

/**
 * Parses a page to replace this one. Throws if it's from another build or must be loaded in full.
 * @param {string} text
 */
function parsed(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  if (buildOf(page) !== buildOf(document)) throw Error("the site has changed");
  const here = document.getElementById("calculator-runtime");
  const there = page.getElementById("calculator-runtime");
  if (here && there && here.textContent !== there.textContent) throw Error("the runtime has changed");
  for (const part of REPLACED) if (!page.querySelector(part)) throw Error(`no ${part}`);
  if (page.querySelector(`${NEEDS_LOADING}, .keep-guide`)) throw Error("it has to be loaded in full");
  return page;
}

/** Identifies the build of the site by its style sheets and version. @param {Document} page */
function buildOf(page) {
  const styles = [...page.querySelectorAll("link[rel=stylesheet]")].map((sheet) => fileName(sheet.getAttribute("href")));
  return [...styles, page.querySelector("meta[name=version]")?.getAttribute("content")].join();
}

/** @param {string | null} address */
const fileName = (address) => (address ?? "").replace(/^.*\//, "");

/** Replaces the content of this page with that of another. @param {Document} page */
function exchange(page) {
  document.title = page.title;
  for (const name of HEAD) {
    document.querySelector(name)?.remove();
    const now = page.querySelector(name);
    if (now) document.head.append(document.adoptNode(now));
  }
  for (const part of REPLACED) {
    const now = /** @type {Element} */ (page.querySelector(part));
    document.querySelector(part)?.replaceChildren(...document.adoptNode(now).childNodes);
  }
  const menu = document.getElementById("menu");
  if (menu?.matches(":popover-open")) menu.hidePopover();
  const search = document.getElementById("__search");
  if (search instanceof HTMLInputElement && search.checked) search.click();
}

/** Marks the current page in the header, and opens its group in the menu. */
function markCurrent() {
  for (const link of document.querySelectorAll("header a")) {
    if (!(link instanceof HTMLAnchorElement) || link.matches(".wordmark")) continue;
    if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  for (const group of document.querySelectorAll("#menu details")) {
    group.toggleAttribute("open", group.querySelector("[aria-current]") !== null);
  }
}

/** Loads a page's scripts that aren't loaded yet. @param {Document} page */
function load(page) {
  for (const name of ["script[type=module]", "script#calculator-runtime"]) {
    for (const script of page.querySelectorAll(`head > ${name}`)) {
      const known = script.id ? document.getElementById(script.id) : isLoaded(script);
      if (!known) document.head.append(copyOf(script));
    }
  }
}

/** @param {Element} script */
const isLoaded = (script) =>
  [...document.scripts].some((one) => fileName(one.getAttribute("src")) === fileName(script.getAttribute("src")));

/** A script element from a parsed page never runs; a new one with the same content does. @param {Element} script */
function copyOf(script) {
  const made = document.createElement("script");
  for (const { name, value } of script.attributes) made.setAttribute(name, value);
  made.textContent = script.textContent;
  return made;
}

/** Scrolls to where the reader left this page, to the part that the link names, or to the top. @param {Left} [left] */
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
