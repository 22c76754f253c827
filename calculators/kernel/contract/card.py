"""A row of a table that is drawn as a card: its name, when it fits, its range of money, and a link to more."""

from dataclasses import dataclass

from calculators.kernel.base.money import Money


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card; `kind` is its class for the style sheet, `shows` the fields of its row that are listed inside.

    A card that shows no fields has no money to show.
    """

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

    @property
    def has_money(self) -> bool:
        """Whether a range of money belongs on the card, established or not."""
        return bool(self.shows)
