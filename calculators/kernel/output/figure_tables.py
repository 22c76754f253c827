"""The reference data as tables, with their sources."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.escaping import escape
from calculators.kernel.base.money import plain, pounds
from calculators.kernel.base.schema import show
from calculators.kernel.figures.reference import Band, Figure, Grade, Table, Unit, Version

from .answer_html import boxed, scrolling
from .citations import about, cite, doubt, due_for_a_check, link_to, on_whose_word


def scale(found: Table, on: date, *, today: date | None = None) -> str:
    """A figure that goes up in steps, as in force on one date, with a row for each band."""
    version = found.in_force(on)
    rows = "".join(
        f'<tr><th scope="row">{escape(reach)}</th><td class="number">{escape(charge)}</td></tr>'
        for reach, charge in band_rows(version)
    )
    head = _head(found.runs_on, found.gives)
    drawn = scrolling(found.label, f"<table>{head}<tbody>{rows}</tbody></table>")
    return f'{drawn}<p class="source">{escape(found.label)}, {cite(version)}{due_for_a_check(version, today)}</p>'


def fees(found: Iterable[Figure], *, today: date | None = None) -> str:
    """Flat fees, one to a row, each with its source."""
    rows = "".join(
        f'<tr><th scope="row">{escape(one.label)}</th>'
        f'<td class="number">{about(one)}{show("money", one.value, column=True)}</td>'
        f"<td>{link_to(one)}{due_for_a_check(one, today)}</td></tr>"
        for one in found
    )
    return scrolling("Fees", f"<table>{_head('Fee', 'Amount', 'Source')}<tbody>{rows}</tbody></table>")


def history(found: Table, *, today: date | None = None) -> str:
    """One figure over time, newest first: since when, how much, the source and how sure it is."""
    rows = "".join(_version(found, version) for version in reversed(found.versions))
    law = f"<p>{escape(found.law)}</p>" if found.law else ""
    until = f"<p>Not known after {in_words(found.known_until)}.</p>" if found.known_until else ""
    official = f'<p><a href="{escape(found.official_list)}">See the official list</a></p>'
    head = '<thead><tr><th scope="col">Since</th><th scope="col">Figure</th><th scope="col">Source</th></tr></thead>'
    box = boxed(f"{found.label} ({found.name})", f"<table>{head}<tbody>{rows}</tbody></table>")
    return (
        f'<details class="history"><summary>{escape(found.label)}: {escape(_now(found))}'
        f"{doubt(found.versions[-1], today)}</summary>"
        f"{box}{law}{until}{official}</details>"
    )


def _now(found: Table) -> str:
    """The newest version in a few words."""
    newest = found.versions[-1]
    if newest.ended:
        return "no current figure"
    if newest.value is None:
        return "depends on the amount"
    estimate = "about " if newest.grade is Grade.derived else ""
    return f"{estimate}{in_unit(newest.value, found.unit)}"


def _version(found: Table, version: Version) -> str:
    return (
        f'<tr><th scope="row">{in_words(version.valid_from)}</th><td>{_amounts(found, version)}</td>'
        f"<td>{on_whose_word(version)}</td></tr>"
    )


def _amounts(found: Table, version: Version) -> str:
    if version.ended:
        return escape(version.ended)
    if version.value is not None:
        return escape(in_unit(version.value, found.unit))
    rows = "".join(f"<li>{escape(reach)}: {escape(charge)}</li>" for reach, charge in band_rows(version))
    return f"<ul>{rows}</ul>{escape(version.beyond)}"


def in_unit(value: Decimal, unit: Unit) -> str:
    """A number with its unit: £115, 11.75%, 41 weeks."""
    if unit is Unit.pounds:
        return pounds(value)
    return f"{plain(value)}%" if unit is Unit.percent else f"{plain(value)} {unit}"


def _head(first: str, number: str, *more: str) -> str:
    rest = "".join(f'<th scope="col">{escape(name)}</th>' for name in more)
    return (
        f'<thead><tr><th scope="col">{escape(first)}</th>'
        f'<th scope="col" class="number">{escape(number)}</th>{rest}</tr></thead>'
    )


def band_rows(version: Version) -> Iterator[tuple[str, str]]:
    """Each band in words: the amounts it covers and what it charges."""
    floor = ""
    for band in version.bands:
        yield _reach(band, floor), _charge(band)
        floor = _over(band)


def _reach(band: Band, floor: str) -> str:
    top = f"up to {pounds(band.up_to)}" if band.up_to else f"less than {pounds(band.below)}" if band.below else ""
    return ", ".join(part for part in (floor, top) if part) or "any amount"


def _over(band: Band) -> str:
    return f"over {pounds(band.up_to)}" if band.up_to else f"{pounds(band.below)} or more" if band.below else ""


def _charge(band: Band) -> str:
    if band.percent is not None:
        return f"{plain(band.percent)}% of the amount"
    if band.per_pound is not None:
        return f"{plain(band.per_pound * 100)}p for each £1, with a minimum of {pounds(band.minimum)}"
    step = f", plus {pounds(band.step)} for each further {pounds(band.step_size)}" if band.step else ""
    return f"{pounds(band.fee or band.minimum)}{step}"
