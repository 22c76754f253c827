/**
 * The elements that a place was made to hold, with the markup of each.
 * @type {WeakMap<Element, {parts: string[], elements: Element[]}>}
 */
const held = new WeakMap();

/**
 * Lets a place hold other elements, by changing no more than what differs: a part that somebody has unfolded stays open,
 * and the browser reads and draws little anew while they type.
 * @param {Element} place
 * @param {string[]} parts the markup of one element each
 */
export function become(place, parts) {
  const before = held.get(place);
  if (!before || !isAsHeld(place, before.elements) || before.parts.length !== parts.length) liken(place, read(parts));
  else {
    const changed = parts.flatMap((part, number) => (part === before.parts[number] ? [] : [number]));
    const fresh = read(changed.map((number) => parts[number] ?? "")).children;
    const pairs = changed.map((number, place) => /** @type {const} */ ([before.elements[number], fresh[place]]));
    for (const [old, element] of pairs) if (old && element && !becomes(old, element)) old.replaceWith(element);
  }
  held.set(place, { parts, elements: [...place.children] });
}

/** @param {string[]} parts */
function read(parts) {
  const made = document.createElement("template");
  made.innerHTML = parts.join("");
  return made.content;
}

/**
 * Whether the place has these elements, and no other nodes.
 * @param {Element} place
 * @param {Element[]} elements
 */
const isAsHeld = ({ childNodes }, elements) =>
  childNodes.length === elements.length && elements.every((element, number) => element === childNodes[number]);

/** @param {Node} old @param {Node} fresh */
function liken(old, fresh) {
  let before = old.firstChild;
  for (let node = fresh.firstChild, next; node; node = next) {
    next = node.nextSibling;
    const after = before && before.nextSibling;
    if (!before) old.appendChild(node);
    else if (!becomes(before, node)) old.replaceChild(node, before);
    before = after;
  }
  for (let after; before; before = after) {
    after = before.nextSibling;
    old.removeChild(before);
  }
}

/**
 * Likens a node to another where the two are of one kind, and tells whether they are.
 * @param {Node} old
 * @param {Node} fresh
 */
function becomes(old, fresh) {
  if (old.isEqualNode(fresh)) return true;
  if (old instanceof Text && fresh instanceof Text) {
    old.data = fresh.data;
    return true;
  }
  if (!(old instanceof Element && fresh instanceof Element && isOfOneKind(old, fresh))) return false;
  for (const name of fresh.getAttributeNames()) {
    const value = /** @type {string} */ (fresh.getAttribute(name));
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  liken(old, fresh);
  return true;
}

/**
 * Elements of one name and class with attributes of the same names; whether one is unfolded is the reader's choice.
 * @param {Element} one
 * @param {Element} other
 */
function isOfOneKind(one, other) {
  if (one.localName !== other.localName || one.getAttribute("class") !== other.getAttribute("class")) return false;
  const names = other.getAttributeNames();
  const unfolded = one.localName === "details" && one.hasAttribute("open") ? 1 : 0;
  return one.attributes.length - unfolded === names.length && names.every((name) => one.hasAttribute(name));
}
