"""Readable colours: the contrast of two colours, and how to work out other colours from the chosen ones.

The rules are data, so the build and the scripts of an embedded page share them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

SCHEMES = ("light", "dark")
CHOSEN = ("accent", "paper", "surface", "ink")
"""The colours that a service may choose. Others are worked out from them."""

MIXED = (
    ("accent-strong", "accent", "ink", 30),
    ("accent-tint", "surface", "accent", 10),
    ("ink-soft", "ink", "surface", 20),
    ("edge", "ink", "surface", 35),
    ("rule", "surface", "ink", 18),
    ("sunk", "paper", "ink", 4),
)
"""A colour, its base, the colour mixed in, and its percentage."""

WRITTEN = (("on-accent", "accent", "#ffffff", "#10182a"),)
"""A text colour, its background, and two colours to choose from."""

_WRITTEN_ON = {
    "ink": ("paper", "surface", "sunk", "accent-tint", "caution-tint", "wrong-tint"),
    "ink-soft": ("paper", "surface", "sunk"),
    "accent": ("paper", "surface", "accent-tint"),
    "accent-strong": ("paper", "surface", "accent-tint"),
    "on-accent": ("accent", "accent-strong"),
    "caution": ("paper", "surface", "caution-tint"),
    "wrong": ("paper", "surface", "wrong-tint"),
    "good": ("paper", "surface"),
}

PAIRS = {
    "text": tuple((front, back) for front, grounds in _WRITTEN_ON.items() for back in grounds),
    "controls": (("edge", "paper"), ("edge", "surface"), ("spent", "surface")),
}
"""Pairs of foreground and background that need enough contrast."""

ENOUGH = {"text": 4.5, "controls": 3.0}
"""The contrast that WCAG requires: 1.4.3 for text, 1.4.11 for the edges of controls."""

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_TOKEN = re.compile(r"--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)", re.IGNORECASE)

RULES = {"mixed": MIXED, "written": WRITTEN, **PAIRS, "enough": ENOUGH}
"""All the rules, for a script."""

Palette = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Faint:
    """A pair of colours with too little contrast."""

    front: str
    back: str
    ratio: float
    needed: float


def is_hex(colour: object) -> bool:
    """Whether this is a colour in the form we accept: # and six hex digits."""
    return isinstance(colour, str) and _HEX.fullmatch(colour) is not None


def tokens(css: str) -> dict[str, dict[str, str]]:
    """The colours of a style sheet that defines each for light and dark, by scheme and name."""
    found = _TOKEN.findall(css)
    return {scheme: {name: pair[place].lower() for name, *pair in found} for place, scheme in enumerate(SCHEMES)}


def with_colours(css: str, colours: Mapping[str, Palette]) -> str:
    """A style sheet with these colours, by scheme and name, replacing its own."""
    light, dark = (colours[scheme] for scheme in SCHEMES)

    def stated(token: re.Match[str]) -> str:
        name = token[1]
        return f"--{name}: light-dark({light.get(name, token[2])}, {dark.get(name, token[3])})"

    return _TOKEN.sub(stated, css)


def palette(ours: Palette, chosen: Palette) -> dict[str, str]:
    """All colours of a scheme: the chosen ones, those worked out from them, and ours for the rest."""
    made = {**ours, **chosen}
    for name, base, other, percent in MIXED:
        if base in chosen or other in chosen:
            made[name] = mixed(made[base], made[other], percent)
    for name, ground, one, other in WRITTEN:
        if ground in chosen:
            made[name] = max(one, other, key=partial(contrast, made[ground]))
    return made


def faint(colours: Palette) -> Iterator[Faint]:
    """Pairs in a scheme with too little contrast for some people to read or find."""
    for kind, needed in ENOUGH.items():
        for front, back in PAIRS[kind]:
            ratio = contrast(colours[front], colours[back])
            if ratio < needed:
                yield Faint(front=front, back=back, ratio=ratio, needed=needed)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(base: str, other: str, percent: int) -> str:
    """A colour with a percentage of another mixed in, rounded half up in each channel."""
    parts = zip(_channels(base), _channels(other), strict=True)
    return "#" + "".join(f"{(one * (100 - percent) + two * percent + 50) // 100:02x}" for one, two in parts)


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
