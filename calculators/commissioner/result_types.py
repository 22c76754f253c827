"""What the reader is told."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from calculators.kernel import Choice, Draft, Event, tell


class Verdict(Choice):
    """Whether the Commissioner can take the complaint."""

    yes = "Yes"
    with_reason = "Only with a good reason"
    check = "Probably, once you’ve checked"
    not_yet = "Not yet"
    no = "No"


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A condition for a complaint, and whether it's met."""

    what: str = tell("Condition")
    met: str = tell("Met?")


@dataclass(frozen=True, kw_only=True)
class Result(Draft):
    """What the reader is told, with the email if there's something to send."""

    LETTER_FIRST: ClassVar[bool] = False

    verdict: Verdict = tell("Can you complain?", key=True, verdict=True)
    commissioner_until: date | None = tell("Last day to complain", absent="", key=True)
    conditions: tuple[Condition, ...] = tell("Conditions to meet")
    checked_on: date = tell("Date used for this check")
    dates: tuple[Event, ...]
