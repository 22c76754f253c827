"""Colours that can be read: how far apart two are, and the colours that follow from those somebody chose.

The rules are data, so that the build and the script of an embedded page go by the same ones.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

SCHEMES = ("light", "dark")
CHOSEN = ("accent", "paper", "surface", "ink")
"""The colours that others may choose; the rest follow from them."""

MIXED = (
    ("accent-strong", "accent", "ink", 30),
    ("accent-tint", "surface", "accent", 10),
    ("ink-soft", "ink", "surface", 20),
    ("edge", "ink", "surface", 35),
    ("rule", "surface", "ink", 18),
    ("sunk", "paper", "ink", 4),
)
"""A colour, what it is made of, what is mixed in, and how much of that in 100."""

WRITTEN = (("on-accent", "accent", "#ffffff", "#10182a"),)
"""A colour, the ground it is written on, and the two that it may be."""

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
"""What must stand out, and from which ground."""

ENOUGH = {"text": 4.5, "controls": 3.0}
"""The contrast that WCAG asks for: 1.4.3 for text, 1.4.11 for the edge of what can be pressed."""

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_TOKEN = re.compile(r"--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)", re.IGNORECASE)

RULES = {"mixed": MIXED, "written": WRITTEN, **PAIRS, "enough": ENOUGH}
"""All of it, for a script."""

Palette = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Faint:
    """Two colours that are too much alike."""

    front: str
    back: str
    ratio: float
    needed: float


def is_hex(colour: object) -> bool:
    """Whether this is a colour as we take it: # and six digits."""
    return isinstance(colour, str) and _HEX.fullmatch(colour) is not None


def tokens(css: str) -> dict[str, dict[str, str]]:
    """The colours of a style sheet that states each for light and for dark, by scheme and name."""
    found = _TOKEN.findall(css)
    return {scheme: {name: pair[place].lower() for name, *pair in found} for place, scheme in enumerate(SCHEMES)}


def with_colours(css: str, colours: Mapping[str, Palette]) -> str:
    """A style sheet with these colours, by scheme and name, in place of its own."""
    light, dark = (colours[scheme] for scheme in SCHEMES)

    def stated(token: re.Match[str]) -> str:
        name = token[1]
        return f"--{name}: light-dark({light.get(name, token[2])}, {dark.get(name, token[3])})"

    return _TOKEN.sub(stated, css)


def palette(ours: Palette, chosen: Palette) -> dict[str, str]:
    """All colours of a scheme: those chosen, those that follow from them, and ours for the rest."""
    made = {**ours, **chosen}
    for name, base, other, percent in MIXED:
        if base in chosen or other in chosen:
            made[name] = mixed(made[base], made[other], percent)
    for name, ground, one, other in WRITTEN:
        if ground in chosen:
            made[name] = max(one, other, key=partial(contrast, made[ground]))
    return made


def faint(colours: Palette) -> Iterator[Faint]:
    """The pairs of a scheme that some people could not read or find."""
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
    """A colour with so much of another in it."""
    parts = zip(_channels(base), _channels(other), strict=True)
    return "#" + "".join(f"{(one * (100 - percent) + two * percent + 50) // 100:02x}" for one, two in parts)


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
