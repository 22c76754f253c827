"""What the mediation fee calculator tells."""

from dataclasses import dataclass

from calculators.kernel import Money, Percentage, Source, Step, tell


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What one mediator costs."""

    mediator: str = tell("Mediator")
    fee_per_party: Money = tell("Fee for each side")
    your_share: Money = tell("Your share")
    cost_after_vat: Money = tell("Cost to you")
    share_of_debt: Percentage = tell("Share of the debt")
    more_than_least: Money = tell("More than the cheapest")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; fees are for each side before VAT, what you pay includes it."""

    headline: str
    fee_per_party: Money = tell("Fee for each side, before VAT", key=True)
    vat: Money = tell("VAT in your share")
    your_share: Money = tell("Your share, with VAT")
    cost_after_vat: Money = tell("Cost to you, with travel and after reclaiming VAT", key=True)
    other_side_share: Money = tell("What the other side pays", key=True)
    total: Money = tell("All sides together")
    share_of_debt: Percentage = tell("Your cost as a share of the debt")
    chance_rise: Percentage = tell("Rise in your chance of being paid that would cover it", key=True)
    free_court_mediation: bool = tell("Free mediation by the court, as things stand")
    low: Money | None = tell("Market fee for each side, low", absent="the fixed fee reaches this sum")
    typical: Money | None = tell("Market fee for each side, middle of the two", absent="the fixed fee reaches this sum")
    high: Money | None = tell("Market fee for each side, high", absent="the fixed fee reaches this sum")
    issue_fee: Money | None = tell("Court fee to start a claim", absent="not established")
    hearing_fee: Money | None = tell("Court fee for a hearing", absent="not established")
    what_is_free: tuple[str, ...] = tell("What is free", key=True)
    questions: tuple[str, ...] = tell("Questions to ask a mediator")
    comparison: tuple[Comparison, ...] = tell("Your mediators side by side", key=True)
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
