"""Escapes text for HTML, and remembers it for the next answer, which repeats most texts."""

from functools import lru_cache

from .money import REMEMBERED


@lru_cache(maxsize=REMEMBERED)
def escape(text: str) -> str:
    """The text with all HTML markup characters escaped, including quotation marks."""
    # html.escape does the same, but its module has a table of two thousand entities that every reader would download.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;")
