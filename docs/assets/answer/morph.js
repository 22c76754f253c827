/** Updates an element to new HTML by changing only what differs, so open `details` stay open and the focus is kept. */

/**
 * The elements last rendered in each place, with their markup.
 * @type {WeakMap<Element, {parts: string[], elements: Element[]}>}
 */
const rendered = new WeakMap();

/**
 * Renders these parts in a place. Parts whose markup hasn't changed since the last call aren't even parsed.
 * @param {Element} place
 * @param {string[]} parts the markup of one element each
 */
export function morph(place, parts) {
  const before = rendered.get(place);
  if (!before || !isAsRendered(place, before.elements) || before.parts.length !== parts.length) morphChildren(place, parse(parts));
  else {
    const changed = parts.flatMap((part, number) => (part === before.parts[number] ? [] : [number]));
    const fresh = parse(changed.map((number) => parts[number] ?? "")).children;
    const pairs = changed.map((number, place) => /** @type {const} */ ([before.elements[number], fresh[place]]));
    for (const [old, element] of pairs) if (old && element && !morphNode(old, element)) old.replaceWith(element);
  }
  rendered.set(place, { parts, elements: [...place.children] });
}

/** @param {string[]} parts */
function parse(parts) {
  const template = document.createElement("template");
  template.innerHTML = parts.join("");
  return template.content;
}

/**
 * Whether a place still has exactly these elements, and no other nodes.
 * @param {Element} place
 * @param {Element[]} elements
 */
const isAsRendered = ({ childNodes }, elements) =>
  childNodes.length === elements.length && elements.every((element, number) => element === childNodes[number]);

/** Makes a node's children like those of another, moving some of them over. @param {Node} old @param {Node} fresh */
function morphChildren(old, fresh) {
  let before = old.firstChild;
  for (let node = fresh.firstChild, next; node; node = next) {
    next = node.nextSibling;
    const after = before && before.nextSibling;
    if (!before) old.appendChild(node);
    else if (!morphNode(before, node)) old.replaceChild(node, before);
    before = after;
  }
  for (let after; before; before = after) {
    after = before.nextSibling;
    old.removeChild(before);
  }
}

/**
 * Makes a node like another, if they're similar enough.
 * @param {Node} old
 * @param {Node} fresh
 * @returns {boolean} whether they are
 */
function morphNode(old, fresh) {
  if (old.isEqualNode(fresh)) return true;
  if (old instanceof Text && fresh instanceof Text) {
    old.data = fresh.data;
    return true;
  }
  if (!(old instanceof Element && fresh instanceof Element && isSimilar(old, fresh))) return false;
  for (const name of fresh.getAttributeNames()) {
    const value = /** @type {string} */ (fresh.getAttribute(name));
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  morphChildren(old, fresh);
  return true;
}

/**
 * Whether two elements have the same tag, class and attribute names, except `open` on `details`, which the reader sets.
 * @param {Element} old
 * @param {Element} fresh
 */
function isSimilar(old, fresh) {
  if (old.localName !== fresh.localName || old.getAttribute("class") !== fresh.getAttribute("class")) return false;
  const names = fresh.getAttributeNames();
  const open = old.localName === "details" && old.hasAttribute("open") ? 1 : 0;
  return old.attributes.length - open === names.length && names.every((name) => old.hasAttribute(name));
}
