/** The root of the site, from which scripts find its other files. Each page has it in a `<meta>`. */

const meta = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=site-root]"));

/** The address of the root, with a slash at the end. */
export const SITE = new URL(meta.content, document.baseURI);

/** Makes the root in the `<meta>` absolute, so it stays right when soft navigation changes the address. */
export function pinSite() {
  meta.content = SITE.href;
}
