"""Texts to paste into the boxes of a form, counted if the form limits them."""

from dataclasses import dataclass
from textwrap import wrap

from calculators.kernel.base.schema import tell


@dataclass(frozen=True, kw_only=True)
class Limit:
    """The most characters, including spaces, and lines that a box takes."""

    characters: int
    lines: int

    @property
    def width(self) -> int:
        """The characters that fit on one line."""
        return self.characters // self.lines


@dataclass(frozen=True, kw_only=True)
class Box:
    """One box of a form and the text for it; lines are counted as the box breaks them, between words."""

    heading: str = tell("Box")
    text: str = tell("Text to paste")
    note: str = tell("What to know about it", absent="")
    characters: int = tell("Characters")
    most_characters: int | None = tell("Maximum characters", absent="no limit found")
    lines: int | None = tell("Lines", absent="")
    most_lines: int | None = tell("Maximum lines", absent="")

    @property
    def fits(self) -> bool:
        """Whether the whole text fits in the box, as far as its limit is known."""
        return self.characters <= (self.most_characters or self.characters) and (self.lines or 0) <= (
            self.most_lines or self.lines or 0
        )

    @property
    def count(self) -> str:
        """How full the box is, such as 812 of 1,080 characters, 20 of 24 lines; empty if it has no limit."""
        if self.most_characters is None:
            return ""
        count = f"{self.characters:,} of {self.most_characters:,} characters, {self.lines} of {self.most_lines} lines"
        return count if self.fits else f"Too long: {count}"


def box(heading: str, text: str, note: str = "", *, limit: Limit | None = None) -> Box:
    """A box with its text counted."""
    return Box(
        heading=heading,
        text=text,
        note=note,
        characters=len(text),
        most_characters=limit.characters if limit else None,
        lines=len(wrap(text, limit.width, break_on_hyphens=False)) if limit else None,
        most_lines=limit.lines if limit else None,
    )


def as_text(boxes: tuple[Box, ...]) -> str:
    """The boxes as text, each under its heading."""
    return "\n".join(f"{one.heading}{f' ({one.count})' if one.count else ''}\n\n{one.text}\n" for one in boxes)
