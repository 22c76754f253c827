"""What the cost of court tells."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Figure, Money, Outcome, Percentage, Source, Step, Track, tell

NOT_ESTABLISHED = "not established"


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One thing that costs money, and whether a customer who loses has to pay it back."""

    step: str = tell("What you pay for")
    amount: Money = tell("Amount")
    due: date | None = tell("When")
    comes_back: str = tell("Does it come back?")
    source: Figure | None = tell("Source")


@dataclass(frozen=True, kw_only=True)
class BandEdge:
    """A lower claim that costs so much less that it is worth a thought."""

    claim_value: Money = tell("Claim only")
    gives_up: Money = tell("You give up")
    saves: Money | None = tell("You save in court fees", absent=NOT_ESTABLISHED)
    reason: str = tell("Why")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; chances are in 100, months to one decimal."""

    headline: str
    claim_value: Money = tell("What you would claim")
    track: Track = tell("How the court would deal with it")
    issue_fee: Money | None = tell("Fee to start the claim", absent=NOT_ESTABLISHED)
    hearing_fee: Money | None = tell("Fee for a hearing, if they fight it", absent="none that we know of")
    enforcement_fee: Money | None = tell("Fee to make them pay a judgment", absent=NOT_ESTABLISHED)
    fees_up_front: Money | None = tell("Court fees to find yourself first", absent=NOT_ESTABLISHED)
    fee_share: Percentage | None = tell("Those fees, as a share of what you are owed", absent=NOT_ESTABLISHED)
    expected_net: Money | None = tell("What court brings on average, on your chances", absent=NOT_ESTABLISHED)
    break_even_chance: Percentage | None = tell(
        "Court is worth it only if the chance of collecting is above",
        absent="no chance is high enough, or the fees are not established",
    )
    most_you_could_lose: Money | None = tell("The most you could lose", absent=NOT_ESTABLISHED)
    chance_of_defence: Percentage = tell("Chance that they fight it")
    fixed_costs: Money = tell("Fixed sum towards your solicitor, if they do not defend")
    band_edge: BandEdge | None = tell("Claiming a little less")
    outcomes: tuple[Outcome, ...] = tell("How it may end")
    costs: tuple[Cost, ...] = tell("What you pay, and when")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
