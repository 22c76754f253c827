"""Reads a claim from a file or a request, or refuses it with every problem listed.

A file that a reader saves from the site has `answers`, each with its `value`, instead of a `claim`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from calculators.catalogue import draft_names, load, names
from calculators.kernel import Problem, ask
from calculators.kernel.base.dates import read_date
from calculators.kernel.base.parse import parse, read_answers
from calculators.kernel.base.schema import items
from calculators.kernel.law.shared_questions import EARLIEST, LATEST
from calculators.next_step import NextStep

FORMAT = "unpaid-invoice-claim"
VERSION = 1
LABELS = ("format", "version")
PARTS = (*LABELS, "claim", "answers", "calculators", "drafts", "next_step", "adviser", "today")
SHORT, LONG = 200, 1000

Values = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Adviser:
    """The adviser who gives the summary to the client."""

    name: str = ask("What is the adviser’s name?", noun="the adviser’s name", high=SHORT, default="")
    organisation: str = ask("Which service are you with?", noun="the adviser’s service", high=SHORT, default="")
    contact: str = ask(
        "How can your client reach you?", noun="the adviser’s email or phone number", high=SHORT, default=""
    )
    reference: str = ask("What is your reference?", noun="the reference", high=SHORT, default="")


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The step that the client and the adviser chose."""

    step: NextStep | None = ask("Which step did you choose?", noun="the next step", default=None)
    by: date | None = ask("By what date?", noun="the date of the next step", low=EARLIEST, high=LATEST, default=None)
    note: str = ask("Is there anything else to do?", noun="the note", high=LONG, default="")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """The contents of a claim file.

    `calculators` has those to work out, each with values of its own; None means all that the claim has answers for.
    """

    values: Values
    calculators: Mapping[str, Values] | None
    drafts: Mapping[str, Values]
    chosen: Chosen
    adviser: Adviser
    today: date | None


@dataclass
class _Reading:
    """A file being read, and the problems found so far."""

    given: Mapping[str, Any]
    today: date | None
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, part: str, message: str) -> None:
        self.problems.append(Problem(part, message))


def read_claim(given: object, today: date | None) -> Claim | list[Problem]:
    """The claim, or every problem with it; never raises for anything that JSON can hold.

    `today` is the date of the request; a date in the file replaces it.
    """
    if not isinstance(given, dict):
        return [Problem("", "This isn’t a claim file. A claim file is a JSON object with a format and a version.")]
    reading = _Reading(given, today)
    if not _is_one_of_ours(reading):
        return reading.problems
    reading.today = _day(reading) or today
    values = _values(reading)
    claim = Claim(
        values=values,
        calculators=_named(reading, "calculators", names()) if given.get("calculators") is not None else None,
        drafts=_named(reading, "drafts", draft_names()),
        chosen=_record(reading, "next_step", Chosen),
        adviser=_record(reading, "adviser", Adviser),
        today=reading.today,
    )
    reading.problems += unreadable(values, reading.today)
    return reading.problems or claim


def _is_one_of_ours(reading: _Reading) -> bool:
    """Whether the file says that it's a claim in a version that we know, and has only parts that we know."""
    given = reading.given
    if given.get("format") != FORMAT:
        reading.wrong("format", f"This isn’t a claim file: its format must be “{FORMAT}”.")
    elif given.get("version") != VERSION or isinstance(given["version"], bool):
        reading.wrong("version", f"We can read version {VERSION} of a claim file, but this one is a different version.")
    for name in given:
        if name not in PARTS:
            reading.wrong(
                name, f"A claim file has no part called “{name[:60]}”. It can have these parts: {', '.join(PARTS)}."
            )
    return not reading.problems


def _day(reading: _Reading) -> date | None:
    written = reading.given.get("today")
    day = read_date(written) if isinstance(written, str) else None
    if written not in (None, "") and not (day and EARLIEST <= day <= LATEST):
        reading.wrong("today", "We can’t read today’s date. Write it as 2026-11-22.")
    return day


def _values(reading: _Reading) -> Values:
    """The answers in the file that aren't empty; those of a `claim` come before saved `answers`."""
    given, saved = reading.given.get("claim") or {}, reading.given.get("answers") or {}
    if isinstance(given, dict) and isinstance(saved, dict):
        return filled({**_saved(saved), **given})
    reading.wrong("claim", "The claim must be an object that pairs the name of each question with its answer.")
    return {}


def _saved(answers: Mapping[str, Any]) -> dict[str, object]:
    """The answers that a reader saved from the site, without those to questions that are no longer asked."""
    asked = {item.name for name in (*names(), *draft_names()) for item in items(load(name).Inputs)}
    found = {name: entry.get("value") if isinstance(entry, dict) else entry for name, entry in answers.items()}
    return {name: value for name, value in found.items() if name in asked}


def filled(values: Values) -> Values:
    """The answers without those left empty."""
    return {name: value for name, value in values.items() if not _is_empty(value)}


def _is_empty(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def _named(reading: _Reading, part: str, known: Iterable[str]) -> dict[str, Values]:
    """Calculators or drafts by name: "reminder", or {"calculator": "reminder", "values": {...}}."""
    given = reading.given.get(part) or []
    if not isinstance(given, list):
        reading.wrong(part, f"The part “{part}” must be a list of names.")
        return {}
    found: dict[str, Values] = {}
    for one in given:
        name, values = (one.get("calculator"), one.get("values", {})) if isinstance(one, dict) else (one, {})
        if not isinstance(name, str) or name not in known:
            reading.wrong(part, f"There is no “{str(name)[:60]}” here. You can use: {', '.join(known)}.")
        elif not isinstance(values, dict):
            reading.wrong(part, f"The values of “{name}” must be an object.")
        else:
            found[name] = {**found.get(name, {}), **filled(values)}
    return found


def _record(reading: _Reading, part: str, record: type) -> Any:
    """A small record in the file, such as the adviser; its name is part of the name of any field with a problem."""
    given = reading.given.get(part) or {}
    if not isinstance(given, dict):
        reading.wrong(part, f"The part “{part}” must be an object.")
        given = {}
    made = parse(record, given, reading.today)
    if isinstance(made, list):
        reading.problems += [Problem(f"{part}.{one.field}", one.message) for one in made]
        return record()
    return made


def unreadable(values: Values, today: date | None) -> Iterator[Problem]:
    """Problems with the answers that no question of that name can read, and with those that no calculator asks for."""
    asking = [load(name).Inputs for name in (*names(), *draft_names())]
    for name, value in values.items():
        askers = [record for record in asking if name in {item.name for item in items(record)}]
        refusals = [read_answers(record, {name: value}, today)[1] for record in askers]
        if not askers:
            yield Problem(name, f"There is no question called “{name[:60]}” in any calculator.")
        elif all(refusals):
            yield from refusals[0]
