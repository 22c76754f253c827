"""The dated figures: each is read from a version with its start date, its source and a grade of how sure it is.

Only `valid_from` is recorded: a version runs until the next begins. A date without a version gets no figure, never the
nearest one.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Annotated, Any

from calculators.kernel.base.dates import add_months, in_words, partly_in_words
from calculators.kernel.base.money import NIL, REMEMBERED, Money, pounds, to_pence, truncate_to_pence
from calculators.kernel.base.schema import Choice

from . import files

STALE_AFTER_MONTHS = 6
UNDATED = "undated"


class Grade(Choice):
    """How sure a figure is."""

    official = "official"
    secondary = "unofficial source"
    derived = "our estimate"

    @property
    def in_short(self) -> str:
        """The grade in a word or two, to show beside a figure."""
        return {"secondary": "not official", "derived": "our estimate"}.get(self.name, self.name)


class Unit(Choice):
    """The unit of a figure."""

    pounds = "pounds"
    percent = "per cent"
    weeks = "weeks"
    months = "months"
    days = "days"
    years = "years"
    characters = "characters"
    lines = "lines"


Exact = Annotated[Decimal, "exact"]
"""A number in its table's unit, with the decimal places it was written with."""


class NoFigure(LookupError):
    """No figure can be given; the message is a plain sentence for the reader."""

    def __init__(self, sentence: str, on: date | None = None) -> None:
        super().__init__(sentence)
        self.on = on


class UnknownFigure(NoFigure):
    """No table has this name."""


class NotInForce(NoFigure):
    """No version of the figure is known for that date."""


class NotCovered(NoFigure):
    """The table doesn't cover that amount."""


@dataclass(frozen=True, kw_only=True)
class Citation:
    """The source of a figure; its own date may be partial, or “undated”."""

    title: str
    url: str
    date: str

    @property
    def dated(self) -> str:
        """How old the source is, in words: dated 7 October 2026, dated 2015, or undated page."""
        return "undated page" if self.date == UNDATED else f"dated {partly_in_words(self.date)}"


@dataclass(frozen=True, kw_only=True)
class Band:
    """One band of a scale, recorded with its upper limit only: `up_to` is inclusive, `below` exclusive.

    It charges a flat `fee`, a `percent` of the amount (truncated to the penny), `per_pound` with a `minimum`, or a
    `fee` plus `step` for each further `step_size`, or part of one, above the previous band.
    """

    up_to: Decimal | None = None
    below: Decimal | None = None
    fee: Decimal | None = None
    percent: Decimal | None = None
    per_pound: Decimal | None = None
    minimum: Decimal = NIL
    step: Decimal = NIL
    step_size: Decimal = Decimal(1)

    @property
    def top(self) -> Decimal | None:
        """The upper limit of the band, or None if it has none."""
        return self.below if self.up_to is None else self.up_to

    def holds(self, amount: Decimal) -> bool:
        """Whether the amount is within this band's upper limit."""
        if self.below is not None:
            return amount < self.below
        return self.up_to is None or amount <= self.up_to

    def charge(self, amount: Decimal, floor: Decimal) -> Money:
        """What the band charges for the amount; `floor` is the upper limit of the previous band."""
        if self.percent is not None:
            return truncate_to_pence(amount * self.percent / 100)
        if self.per_pound is not None:
            return to_pence(max(self.minimum, amount * self.per_pound))
        steps = ((amount - floor) / self.step_size).to_integral_value("ROUND_CEILING") if self.step else 0
        return to_pence((self.fee or NIL) + self.step * steps)


@dataclass(frozen=True, kw_only=True)
class Version:
    """A figure from one date onwards: a flat value, a scale of bands, or a sentence saying that it has ended."""

    valid_from: date
    grade: Grade
    checked: date
    source: Citation
    note: str = ""
    value: Decimal | None = None
    bands: tuple[Band, ...] = ()
    beyond: str = ""
    ended: str = ""

    def stale(self, today: date) -> bool:
        """Whether it was last checked more than six months before that date."""
        return _stale(self.checked, today)


@dataclass(frozen=True, kw_only=True)
class Table:
    """One figure over time; `runs_on` and `gives` are the headings of the two columns of a scale.

    `private` marks a price that firms set themselves, which isn't in any official list.
    """

    name: str
    label: str
    unit: Unit
    official_list: str
    versions: tuple[Version, ...]
    law: str = ""
    known_until: date | None = None
    runs_on: str = "If you claim"
    gives: str = "Fee"
    private: bool = False

    def in_force(self, on: date) -> Version:
        """The version in force on that date.

        Raises NotInForce before the first version, after the last known date, or if the figure has ended.
        """
        if self.known_until and on > self.known_until:
            raise NotInForce(f"{self.label}: not known after {in_words(self.known_until)}. {self._check()}", on)
        begun = [version for version in self.versions if version.valid_from <= on]
        if not begun:
            first = in_words(self.versions[0].valid_from)
            raise NotInForce(f"{self.label}: our figures begin on {first}. {self._check()}", on)
        if begun[-1].ended:
            raise NotInForce(f"{self.label}: {begun[-1].ended} {self._check()}", on)
        return begun[-1]

    def _check(self) -> str:
        return f"Check the official list: {self.official_list}"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure looked up, with everything that a reader may want to know about it."""

    name: str
    label: str
    value: Exact
    unit: Unit
    valid_from: date
    grade: Grade
    checked: date
    source: Citation
    note: str
    law: str
    official_list: str

    def __hash__(self) -> int:
        return hash((self.name, self.valid_from, self.value))  # hashing all of its texts would take many times longer

    def stale(self, today: date) -> bool:
        """Whether it was last checked more than six months before that date."""
        return _stale(self.checked, today)


def _stale(checked: date, today: date) -> bool:
    return add_months(checked, STALE_AFTER_MONTHS) < today


@lru_cache(maxsize=REMEMBERED)
def figure(name: str, on: date, amount: Decimal | None = None) -> Figure:
    """The figure of that name in force on that date, for that amount if it's a scale.

    Raises NoFigure (UnknownFigure, NotInForce, NotCovered) with a sentence for the reader.
    """
    found = table(name)
    version = found.in_force(on)
    return _figure(found, version, _value(found, version, amount))


@cache
def latest(name: str) -> Figure:
    """The latest published value, for statistics and other figures that don't depend on a date."""
    found = table(name)
    version = found.versions[-1]
    return _figure(found, version, _value(found, version, None))


def _figure(found: Table, version: Version, value: Decimal) -> Figure:
    return Figure(
        name=found.name, label=found.label, value=value, unit=found.unit, law=found.law,
        official_list=found.official_list, valid_from=version.valid_from, grade=version.grade,
        checked=version.checked, source=version.source, note=version.note,
    )  # fmt: skip


def _value(found: Table, version: Version, amount: Decimal | None) -> Decimal:
    if version.value is not None:
        return to_pence(version.value) if found.unit is Unit.pounds else version.value
    if amount is None or amount < 0:
        raise NotCovered(f"{found.label}: it depends on the amount. Give an amount of £0 or more.")
    floor = NIL
    for band in version.bands:
        if band.holds(amount):
            return band.charge(amount, floor)
        floor = band.top or floor
    raise NotCovered(f"{found.label}: no figure for {pounds(amount)}. {version.beyond}")


@cache
def table(name: str) -> Table:
    """The full history of one figure, such as england_wales.issue_fee. Raises UnknownFigure."""
    subject, _, key = name.partition(".")
    rows = _subject(subject).get(key) if subject in subjects() else None
    if rows is None:
        raise UnknownFigure(f"There is no figure called “{name[:80]}”.")
    return _table(name, rows)


def tables(subject: str) -> list[Table]:
    """Every table on a subject, in the order of its file."""
    return [table(f"{subject}.{key}") for key in _subject(subject)]


@cache
def subjects() -> tuple[str, ...]:
    """The subjects that have figures."""
    return ("england_wales", "mediation", "northern_ireland", "scotland", "uk")


@cache
def _subject(subject: str) -> dict[str, Any]:
    return files.read(subject)


def read_tables(subject: str, text: str) -> dict[str, Table]:
    """The tables in one TOML text.

    Raises ValueError, naming the table, for an unknown or missing key, a version out of order, a scale with a gap or an
    overlap, or a source without an address.
    """
    return {f"{subject}.{key}": _table(f"{subject}.{key}", rows) for key, rows in files.from_toml(text).items()}


def _table(name: str, rows: dict[str, Any]) -> Table:
    try:
        versions = tuple(_version(row) for row in rows["versions"])
        until = date.fromisoformat(rows["known_until"]) if "known_until" in rows else None
        parts = {"name": name, "unit": Unit[rows["unit"]], "versions": versions, "known_until": until}
        made = Table(**{**rows, **parts})
        _check(made)
    except (KeyError, TypeError, ValueError) as why:
        raise ValueError(f"reference {name}: {why}") from why
    return made


def _version(row: dict[str, Any]) -> Version:
    days = {name: date.fromisoformat(row[name]) for name in ("valid_from", "checked")}
    bands = tuple(Band(**{key: Decimal(number) for key, number in band.items()}) for band in row.get("bands", ()))
    value = Decimal(row["value"]) if "value" in row else None
    source = Citation(**row["source"])
    return Version(**{**row, **days, "grade": Grade[row["grade"]], "source": source, "bands": bands, "value": value})


def _check(made: Table) -> None:
    starts = [version.valid_from for version in made.versions]
    _require(bool(starts), "it has no versions")
    _require(starts == sorted(set(starts)), "its versions are not in order of date")
    _require(made.official_list.startswith("https://"), "it has no official list")
    for version in made.versions:
        where = f"version of {version.valid_from}"
        _require(
            version.source.url.startswith(("https://", "http://")),
            f"{where}: its source has no address",
        )
        _require(
            bool(version.source.title and version.source.date),
            f"{where}: its source has no title or date",
        )
        given = [version.value is not None, bool(version.bands), bool(version.ended)]
        _require(sum(given) == 1, f"{where}: it needs a value, bands or an end, and only one of them")
        if version.bands:
            _check_bands(version, where)


def _check_bands(version: Version, where: str) -> None:
    tops = [band.top for band in version.bands[:-1]]
    closed = [top for top in tops if top is not None]
    _require(len(closed) == len(tops), f"{where}: bands overlap, one without a top is not the last")
    last = version.bands[-1].top
    _require(
        bool(last) == bool(version.beyond),
        f"{where}: a gap above the last band, with no word on what applies there",
    )
    ends = [*closed, last] if last else closed
    _require(ends == sorted(set(ends)), f"{where}: bands overlap, their tops do not ascend")
    for band in version.bands:
        ways = [band.fee is not None, band.percent is not None, band.per_pound is not None]
        _require(sum(ways) == 1, f"{where}: a band needs one of fee, percent or per_pound")


def _require(held: bool, otherwise: str) -> None:
    if not held:
        raise ValueError(otherwise)
