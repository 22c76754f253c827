"""What the calculator of court costs tells the reader."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Figure, Money, Outcome, Percentage, Source, Step, Track, tell


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One thing that costs money, and whether a customer who loses has to pay it back."""

    step: str = tell("What you pay for")
    amount: Money = tell("Amount")
    due: date | None = tell("When you pay it")
    comes_back: str = tell("Do you get it back?")
    source: Figure | None = tell("Source")


@dataclass(frozen=True, kw_only=True)
class BandEdge:
    """A lower claim that may be worth considering because its fees are so much lower."""

    claim_value: Money = tell("Amount to claim")
    gives_up: Money = tell("Amount you give up")
    saves: Money | None = tell("Court fees you save", absent="not confirmed")
    reason: str = tell("Why")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; chances are in per cent, months to one decimal.

    The low and high averages have the chances of winning and of collecting 15 points lower and higher. Amounts that
    aren't confirmed are None.
    """

    headline: str
    fees_up_front: Money | None = tell("Court fees you pay up front", key=True, absent="")
    expected_net: Money | None = tell("Average result of going to court", key=True, estimate=True, absent="")
    expected_net_low: Money | None
    expected_net_high: Money | None
    most_you_could_lose: Money | None = tell("The most you could lose", key=True, absent="")
    break_even_chance: Percentage | None = tell("Chance of being paid that you need to break even", key=True, absent="")
    claim_value: Money = tell("Amount of your claim")
    track: Track = tell("Court track")
    issue_fee: Money | None = tell("Court fee to start the claim", absent="")
    hearing_fee: Money | None = tell("Hearing fee, if the claim is defended", absent="")
    enforcement_fee: Money | None = tell("Enforcement fee", absent="")
    fee_share: Percentage | None = tell("Court fees as a share of what you’re owed", absent="")
    chance_of_defence: Percentage = tell("Chance that they defend the claim", chance=True)
    fixed_costs: Money = tell("Fixed costs towards your solicitor’s fees, if the claim isn’t defended")
    band_edge: BandEdge | None = tell("Claiming a little less")
    outcomes: tuple[Outcome, ...] = tell("How the court case could end")
    costs: tuple[Cost, ...] = tell("What you pay, and when")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
