/** A brand as a settings file, for anyone who builds the site. */

import { CHOSEN } from "../embed/colour-contrast.js";

/** @import { Palette } from "../embed/colour-contrast.js" */
/** @import { Brand } from "./pages.js" */

/** @param {Brand} brand @param {[Palette, Palette]} chosen the colours chosen, for light and for dark */
export function settings({ name, logo, contact, opening }, chosen) {
  const colours = CHOSEN.flatMap((colour) => {
    const pair = ["light", "dark"].flatMap((scheme, number) => {
      const found = chosen[number]?.[colour];
      return found ? [`${scheme}: ${quoted(found)}`] : [];
    });
    return pair.length ? [`      ${colour}: {${pair.join(", ")}}`] : [];
  });
  const reached = Object.entries(contact).flatMap(([key, value]) => (value ? [`      ${key}: ${quoted(value)}`] : []));
  const lines = [
    `    name: ${quoted(name)}`,
    ...(logo ? [`    logo: logo.${logo.kind}`] : []),
    ...(reached.length ? ["    contact:", ...reached] : []),
    ...(colours.length ? ["    colours:", ...colours] : []),
    ...(opening ? [`    opening: ${quoted(opening)}`] : []),
  ];
  return `INHERIT: mkdocs.yml\n\nextra:\n  service:\n${lines.join("\n")}\n`;
}

/** A text quoted for YAML. @param {string} text */
const quoted = (text) => JSON.stringify(text);
