"""Joins the parts of a sentence."""

from collections.abc import Iterable


def joined(parts: Iterable[str]) -> str:
    """The parts as a list in a sentence: "one, two and three"; empty for none."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} and {last}" if first else last
