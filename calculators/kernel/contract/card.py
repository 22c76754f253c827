"""A row of a table drawn as a card: its name, when it fits, its range of money, and a link to more."""

from dataclasses import dataclass

from calculators.kernel.base.money import Money


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card; `kind` is its class in the style sheet, and `shows` names the fields of its row that are listed inside.

    A card that lists no fields has no money to show.
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
        """Whether the card has a range of money, even if its amounts aren't confirmed."""
        return bool(self.shows)
