"""A row of a table that is drawn as a card: its name, when it fits, its range of money, and a link to more."""

from dataclasses import dataclass

from calculators.kernel.base.money import Money


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card; `kind` is its class for the style sheet, `shows` the fields of its row that are listed inside."""

    name: str
    tag: str
    kind: str
    text: str
    page: str
    link: str
    low: Money | None
    likely: Money | None
    high: Money | None
    shows: tuple[str, ...]
