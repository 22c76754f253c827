"""The reference data as tables of its own, each with its source."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from .fields import show
from .html import about, cite, link_to, scrolling
from .money import plain, pounds
from .reference import Band, Figure, Table, Version


def scale(found: Table, on: date) -> str:
    """A figure that goes up in steps, as it stands on one day: a row for each band."""
    version = found.in_force(on)
    rows = "".join(
        f'<tr><th scope="row">{escape(reach)}</th><td class="number">{escape(charge)}</td></tr>'
        for reach, charge in band_rows(version)
    )
    head = _head("If you claim", "Fee")
    drawn = scrolling(found.label, f"<table>{head}<tbody>{rows}</tbody></table>")
    return f'{drawn}<p class="source">{escape(found.label)}, {cite(version)}</p>'


def fees(found: Iterable[Figure]) -> str:
    """Flat fees, a row each with its source."""
    rows = "".join(
        f'<tr><th scope="row">{escape(one.label)}</th>'
        f'<td class="number">{about(one)}{show("money", one.value, column=True)}</td><td>{link_to(one)}</td></tr>'
        for one in found
    )
    return scrolling("Fees", f"<table>{_head('Fee', 'Amount', 'Source')}<tbody>{rows}</tbody></table>")


def _head(first: str, number: str, *more: str) -> str:
    rest = "".join(f'<th scope="col">{escape(name)}</th>' for name in more)
    return (
        f'<thead><tr><th scope="col">{escape(first)}</th>'
        f'<th scope="col" class="number">{escape(number)}</th>{rest}</tr></thead>'
    )


def band_rows(version: Version) -> Iterator[tuple[str, str]]:
    """Each band as words: what it reaches and what it charges."""
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
        return f"{plain(band.percent)}% of it"
    if band.per_pound is not None:
        return f"{plain(band.per_pound * 100)}p for each £1, at least {pounds(band.minimum)}"
    step = f" and {pounds(band.step)} for each {pounds(band.step_size)} more" if band.step else ""
    return f"{pounds(band.fee or band.minimum)}{step}"
