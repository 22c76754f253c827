"""The whole journey from prevention to letting go, drawn from the figures."""

from html import escape

from mkdocs.structure.pages import Page

from calculators.next_step import Place, the_whole_way
from macros.page_postprocessing import address


def journey(here: Page) -> str:
    """The stages in order, each with its page, its cost and time, and whether it binds and keeps the customer."""
    return f'<ol class="journey">{"".join(_stage(place, here) for place in the_whole_way())}</ol>'


def _stage(place: Place, here: Page) -> str:
    told = (
        ("Cost", place.cost),
        ("Time", place.time),
        ("Binds?", place.binds),
        ("Keep the customer?", place.keeps_customer),
    )
    rows = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(words)}</dd></div>" for label, words in told)
    link = f'<a href="{escape(address(place.stage.page, {}, here))}">{escape(str(place.stage))}</a>'
    return f"<li>{link}<dl>{rows}</dl></li>"
