"""What the mediation fee calculator tells the reader."""

from dataclasses import dataclass

from calculators.kernel import Money, Percentage, Source, Step, tell

FIXED_FEE = "a fixed fee covers this amount"


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What one mediator costs."""

    mediator: str = tell("Mediator")
    fee_per_party: Money = tell("Fee for each side")
    your_share: Money = tell("Your share")
    cost_after_vat: Money = tell("Cost to you")
    share_of_debt: Percentage = tell("Cost as a share of the debt")
    more_than_least: Money = tell("How much more than the cheapest")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; fees are for each side before VAT, and amounts that the reader pays include VAT."""

    headline: str
    fee_per_party: Money = tell("Fee for each side, before VAT", key=True)
    vat: Money = tell("VAT in your share")
    your_share: Money = tell("Your share, including VAT")
    cost_after_vat: Money = tell("Cost to you, including travel, after reclaiming VAT", key=True)
    other_side_share: Money = tell("Other side’s share", key=True)
    total: Money = tell("Total for all sides")
    share_of_debt: Percentage = tell("Your cost as a share of the debt")
    chance_rise: Percentage = tell("Extra chance of being paid you need to break even", key=True)
    free_court_mediation: bool = tell("Free court mediation available now")
    low: Money | None = tell("Lowest listed fee for each side", absent=FIXED_FEE)
    typical: Money | None = tell("Midpoint of the listed fees for each side", absent=FIXED_FEE)
    high: Money | None = tell("Highest listed fee for each side", absent=FIXED_FEE)
    issue_fee: Money | None = tell("Court fee to start a claim", absent="not confirmed")
    hearing_fee: Money | None = tell("Court’s hearing fee", absent="not confirmed")
    what_is_free: tuple[str, ...] = tell("Free options", key=True)
    questions: tuple[str, ...] = tell("Questions to ask a mediator")
    comparison: tuple[Comparison, ...] = tell("Your mediators side by side", key=True)
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
