"""Whether a plan runs past the time limit for a claim, which a payment can restart.

Limitation Act 1980, s5 and s29(5) to (7); Prescription and Limitation (Scotland) Act 1973, s6 and s10.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from calculators.kernel import Nation, add_months, in_words, limitation_years

from .due_dates import start_day
from .questions import Inputs, NoPlan
from .result_types import Instalment


def check_break(inputs: Inputs, dues: tuple[date, ...]) -> None:
    """Raises NoPlan if the time limit, counted from the last payment before a break, may end during the break."""
    if not inputs.pause_after:
        return
    before, after = dues[inputs.pause_after - 1], dues[inputs.pause_after]
    ends = _ends(inputs.nation, before)
    if after >= ends:
        years = limitation_years(inputs.nation).value
        raise NoPlan(
            "pause_periods",
            f"Choose a shorter break. Nothing would be due from {in_words(before)} until {in_words(after)}, and "
            f"{_gone(inputs.nation)} {in_words(ends)}, {years} years after their last payment.",
        )


def limit_cautions(inputs: Inputs, schedule: tuple[Instalment, ...]) -> Iterator[str]:
    """A caution if the time limit may end before the next payment, or before the last one."""
    start, years = start_day(inputs), limitation_years(inputs.nation).value
    for before, after in pairwise((start, *(row.due for row in schedule))):
        if after >= (ends := _ends(inputs.nation, before)):
            yield (
                f"Get advice before you wait until {in_words(after)} for a payment: {_gone(inputs.nation)} "
                f"{in_words(ends)}."
            )
            return
    if schedule[-1].due >= _ends(inputs.nation, start):
        yield (
            f"Keep proof of every payment. This plan runs for longer than the {years} years you have to claim. A "
            "payment can start that time again, so get advice as soon as the payments stop."
        )


def _ends(nation: Nation, start: date) -> date:
    """The date on which a time limit that starts on `start` ends."""
    return add_months(start, int(limitation_years(nation).value) * 12)


def _gone(nation: Nation) -> str:
    if nation is Nation.scotland:
        return "in Scotland the debt may no longer exist from"
    return "it may be too late to claim from"
