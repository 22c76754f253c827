/** Where this site lies: each page names the way to it in a `<meta>`, and all other addresses start from there. */

const named = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=site-root]"));

/** The root of the site. A module that is loaded later reads the same, since soft navigation makes the way absolute. */
export const SITE = new URL(named.content, document.baseURI);

/** Keeps the root as it is when the address of the page changes. */
export function pinSite() {
  named.content = SITE.href;
}
