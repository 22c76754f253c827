/** Custom colours for an embedded page, and whether text stays readable in them. */

/** @typedef {Record<string, string>} Palette colours by name, each as # and six hex digits */
/** @typedef {[string, string]} Pair foreground and background */
/**
 * How to work out other colours from the chosen ones, and the contrast each pair needs. The build uses the same rules.
 * @typedef {object} Rules
 * @property {[string, string, string, number][]} mixed a colour, its base, the colour mixed in, and its percentage
 * @property {[string, string, string, string][]} written a text colour, its background, and two colours to choose from
 * @property {Pair[]} text
 * @property {Pair[]} controls
 * @property {{text: number, controls: number}} enough
 */
/** @typedef {{front: string, back: string, ratio: number, needed: number}} Faint */

export const CHOSEN = ["accent", "paper", "surface", "ink"];
export const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** @param {string} text */
export const isHex = (text) => /^#[0-9a-f]{6}$/i.test(text);

/** The rules that the build put into this page. @returns {Rules} */
export const rulesOfPage = () => JSON.parse(document.getElementById("colour-rules")?.textContent ?? "{}");

/**
 * The page's own colours in a scheme, as its style sheets define them.
 * @param {Rules} rules
 * @param {number} scheme 0 for light, 1 for dark
 * @returns {Palette}
 */
export function ours({ mixed, text, controls }, scheme) {
  const names = new Set([...mixed.flatMap((one) => one.slice(0, 3)), ...text.flat(), ...controls.flat()].map(String));
  const style = getComputedStyle(document.documentElement);
  const stated = [...names].map((name) => [name, style.getPropertyValue(`--${name}`).match(/#[0-9a-f]{6}/gi)?.[scheme]]);
  return Object.fromEntries(stated.filter(([, colour]) => colour));
}

/**
 * All colours of a scheme: the chosen ones, those worked out from them, and ours for the rest.
 * @param {Rules} rules
 * @param {Palette} base
 * @param {Palette} chosen
 * @returns {Palette}
 */
export function palette({ mixed, written }, base, chosen) {
  const made = { ...base, ...chosen };
  for (const [name, one, other, percent] of mixed) {
    if (!chosen[name] && (chosen[one] || chosen[other])) made[name] = mix(made[one] ?? "", made[other] ?? "", percent);
  }
  for (const [name, ground, ...either] of written) {
    if (chosen[name] || !chosen[ground]) continue;
    const [one, other] = either;
    made[name] = contrast(one, made[ground] ?? "") >= contrast(other, made[ground] ?? "") ? one : other;
  }
  return made;
}

/**
 * Pairs of colours with too little contrast.
 * @param {Rules} rules
 * @param {Palette} colours
 * @returns {Faint[]}
 */
export function faint(rules, colours) {
  return /** @type {const} */ (["text", "controls"]).flatMap((kind) =>
    rules[kind]
      .map(([front, back]) => ({ front, back, ratio: contrast(colours[front] ?? "", colours[back] ?? "") }))
      .filter(({ ratio }) => ratio < rules.enough[kind])
      .map((pair) => ({ ...pair, needed: rules.enough[kind] })),
  );
}

/** @param {string} one @param {string} other */
export function contrast(one, other) {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((less, more) => less - more);
  return (lighter + 0.05) / (darker + 0.05);
}

/** @param {string} base @param {string} other @param {number} percent */
export function mix(base, other, percent) {
  const ends = channels(other);
  const mixed = channels(base).map((one, place) =>
    Math.floor((one * (100 - percent) + (ends[place] ?? 0) * percent + 50) / 100),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** @param {string} colour */
const channels = (colour) => [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16));

/** @param {string} colour */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
