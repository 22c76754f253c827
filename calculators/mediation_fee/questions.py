"""What the mediation fee calculator asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.kernel import NIL, Choice, Money, Nation, Percentage, Problem, ask, shared

MOST_MEDIATORS = 3
MEDIATOR = "The mediator"
SHARING = "Who pays what"
COMPARE = "Compare mediators"


class FeeBasis(Choice):
    """How the mediator charges."""

    fixed_fee_scheme = "The Civil Mediation Council’s fixed fee scheme"
    hourly_quote = "An hourly rate"
    day_quote = "A price for half a day, a day or a session"


def _fee_basis(default: FeeBasis, group: str) -> Any:
    return ask(
        "How does the mediator charge?", noun="how the mediator charges", group=group, default=default,
        hint="No quote yet? Choose the scheme to see what its members charge.",
    )  # fmt: skip


def _quoted_fee(group: str) -> Any:
    return ask(
        "What has the mediator quoted for each side?", noun="the quoted fee", group=group, low="0.01",
        high=100_000,
        shown_when={"fee_basis": ("hourly_quote", "day_quote")}, default=None,
        hint="The hourly rate or price for one side, before VAT. For example, 600",
    )  # fmt: skip


def _session_hours(group: str) -> Any:
    return ask(
        "How many hours will the mediation take?", noun="the number of hours", group=group, low="0.5",
        high=100, default=None, hint="Leave this blank to use the hours that a fixed fee covers. For example, 3",
    )  # fmt: skip


def _hours_covered(group: str) -> Any:
    return ask(
        "How many hours does the quote cover?", noun="the number of hours in the quote", group=group, low="0.5",
        shown_when={"fee_basis": ("day_quote",)},
        high=100, default=None, hint="The hours included in the price. For example, 4",
    )  # fmt: skip


def _extra_hour_fee(group: str) -> Any:
    return ask(
        "What does each extra hour cost each side?", noun="the fee for an extra hour", group=group, low=0,
        shown_when={"fee_basis": ("day_quote",)},
        high=100_000, default=None, hint="Before VAT. For example, 75",
    )  # fmt: skip


def _adds_vat(group: str, *, more: bool) -> Any:
    return ask(
        "Does the mediator charge VAT?", noun="whether the mediator charges VAT", group=group, more=more, default=True,
        hint="Most do. Some small firms aren’t registered.",
    )  # fmt: skip


def _venue(group: str, *, more: bool) -> Any:
    return ask(
        "What will the venue and catering cost in total?", noun="the cost of the venue", group=group, more=more, low=0,
        high=100_000, default=NIL,
        hint="For both sides, including VAT. Leave this blank if it’s a phone or video call.",
    )  # fmt: skip


def _travel(group: str, *, more: bool) -> Any:
    return ask(
        "What will it cost you to get there?", noun="the cost of travel", group=group, more=more, low=0, high=10_000,
        default=NIL, hint="Your own travel only. Leave this blank if it’s a phone or video call.",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Mediator:
    """A mediator to compare; the answers that are typed come first, so that rows can be pasted from a spreadsheet."""

    name: str = ask(
        "Who is the mediator?", noun="the mediator’s name", high=60, default="", hint="For example, Ms Shah"
    )
    quoted_fee: Money | None = _quoted_fee(COMPARE)
    session_hours: Decimal | None = _session_hours(COMPARE)
    venue_cost: Money = _venue(COMPARE, more=False)
    travel_cost: Money = _travel(COMPARE, more=False)
    fee_basis: FeeBasis = _fee_basis(FeeBasis.day_quote, COMPARE)
    mediator_adds_vat: bool = _adds_vat(COMPARE, more=False)
    hours_covered: Decimal | None = _hours_covered(COMPARE)
    extra_hour_fee: Money | None = _extra_hour_fee(COMPARE)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    amount_owed: Money = shared.amount_owed()
    claim_started: bool = ask(
        "Have you started a court claim?", noun="whether you’ve started a claim", group=shared.DEBT, default=False,
        hint="Once you’ve claimed, the court may mediate for free.",
    )  # fmt: skip
    fee_basis: FeeBasis = _fee_basis(FeeBasis.fixed_fee_scheme, MEDIATOR)
    quoted_fee: Money | None = _quoted_fee(MEDIATOR)
    session_hours: Decimal | None = _session_hours(MEDIATOR)
    hours_covered: Decimal | None = _hours_covered(MEDIATOR)
    extra_hour_fee: Money | None = _extra_hour_fee(MEDIATOR)
    mediator_adds_vat: bool = _adds_vat(MEDIATOR, more=True)
    parties: int = ask(
        "How many sides will share the cost?", noun="the number of sides", group=SHARING, more=True, low=2, high=20,
        default=2,
        hint="You and your customer make two. Add anyone else who pays a share, such as an insurer.",
    )  # fmt: skip
    your_share_percent: Percentage | None = ask(
        "What share of the cost will you pay?", noun="your share of the cost", group=SHARING, more=True,
        low=0, high=100, default=None, hint="As a percentage. Leave this blank if each side pays the same.",
    )  # fmt: skip
    venue_cost: Money = _venue(SHARING, more=True)
    travel_cost: Money = _travel(SHARING, more=True)
    vat_registered: bool = shared.vat_registered()
    claim_date: date | None = shared.claim_date(required=False)  # without a date, the newest figures apply
    mediators: tuple[Mediator, ...] = ask(
        "Which mediators do you want to compare?", noun="the list of mediators", row="mediator", group=COMPARE,
        more=True, default=(),
        hint="You can enter up to three. We split each cost as you chose above.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Problems with quotes that lack a number, and with more mediators than fit side by side."""
        for name, sentence in _missing(self):
            yield Problem(name, sentence)
        for number, row in enumerate(self.mediators, 1):
            for name, sentence in _missing(row):
                yield Problem(f"mediators.{number}.{name}", f"Mediator {number}: {sentence}")
        if len(self.mediators) > MOST_MEDIATORS:
            yield Problem("mediators", f"The list of mediators must have {MOST_MEDIATORS} rows or fewer. Remove some.")


Quote = Inputs | Mediator
"""How a mediator charges: the main answers, or a row of the list."""


def _missing(quote: Quote) -> Iterator[tuple[str, str]]:
    """The fields missing from a quote, each with a sentence that asks for it."""
    if quote.fee_basis is not FeeBasis.fixed_fee_scheme and quote.quoted_fee is None:
        yield "quoted_fee", "The quoted fee is missing. Write it in pounds, such as 600."
    if quote.fee_basis is FeeBasis.hourly_quote and quote.session_hours is None:
        yield "session_hours", "The number of hours is missing. Write a number, such as 3."
    if quote.fee_basis is FeeBasis.day_quote and quote.extra_hour_fee and quote.hours_covered is None:
        yield "hours_covered", "The number of hours in the quote is missing. Write a number, such as 4."
