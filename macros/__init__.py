"""What a page may ask for: a calculator, a worked example, one figure of an answer, a scale of fees, a card."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

from calculators import load
from calculators.kernel import Figure, figure, html, in_words, json, rates
from calculators.kernel import pounds as in_pounds
from calculators.kernel.calculator import Calculator, Example, leads_to, onward, page_of
from calculators.kernel.fields import items, show
from calculators.kernel.parse import parse
from calculators.kernel.reference import subjects, table, tables
from macros import glossary as words
from macros import journey as ways_on
from macros import pages

WITHOUT_SCRIPT = (
    "Your browser does not run JavaScript here, so this form cannot work out your own sum. "
    'The example below stands, and you can <a href="#by-hand">work it out by hand</a>.'
)

SOURCE_LINE = '<p class="source">'


def define_env(env: Any) -> None:
    """Register the macros; every figure on a page is that of the day in `extra.figures_as_at`."""
    day: date = env.conf["extra"]["figures_as_at"]

    @env.macro  # type: ignore[untyped-decorator]
    def calculator(name: str) -> str:
        """The form and, as its first answer, the first worked example."""
        module = load(name)
        return (
            f'<div class="calculator" data-calculator="{name}" data-search-exclude>{html.form(module)}'
            f'<noscript><p class="note">{WITHOUT_SCRIPT}</p></noscript>'
            f'<section class="answer" data-state="example" tabindex="-1" aria-labelledby="answer-{name}">'
            f"{_answer(module, module.EXAMPLES[0], 0)}</section>"
            f"{html.carry(onward(module, load(other)) for other in leads_to(module))}</div>"
        )

    @env.macro  # type: ignore[untyped-decorator]
    def worked_example(name: str, number: int) -> str:
        """A further worked example, folded away under its title."""
        module = load(name)
        example = module.EXAMPLES[number]
        return (
            f'<details class="example" data-search-exclude><summary>{escape(example.title)}</summary>'
            f'<p>{escape(example.story)}</p><div class="answer">{_answer(module, example, number)}</div></details>'
        )

    @env.macro  # type: ignore[untyped-decorator]
    def amount(name: str, of: int | None = None) -> str:
        """One figure inside a sentence, such as £115; one that we worked out is “about” so much."""
        found = looked_up(name, of)
        return f"{pages.mark(found)}{html.about(found)}{rates.in_unit(found.value, found.unit)}"

    def looked_up(name: str, of: int | None = None) -> Figure:
        found = figure(name, day, None if of is None else Decimal(of))
        pages.note_figure(env.page, found)
        return found

    @env.macro  # type: ignore[untyped-decorator]
    def pounds(amount: float | str) -> str:
        """A sum of an example of ours, such as £3,000."""
        return in_pounds(Decimal(str(amount)))

    @env.macro  # type: ignore[untyped-decorator]
    def told(name: str, field: str, **values: Any) -> str:
        """One field of a calculator's answer to these typed answers, as it stands in a sentence."""
        module = load(name)
        item = next(one for one in items(module.Result) if one.name == field)
        return escape(show(item.kind, getattr(_worked_out(module, values, day), field)))

    @env.macro  # type: ignore[untyped-decorator]
    def tool(name: str, **values: Any) -> str:
        """A card with the way to a calculator or letter, with answers filled in."""
        module = load(name)
        target = pages.address(page_of(module), values, env.page)
        return (
            f'<p class="tool"><a href="{escape(target)}"><span class="tool-name">{escape(module.TITLE)}</span> '
            f'<span class="tool-action">{escape(module.ACTION)}</span></a></p>'
        )

    @env.macro  # type: ignore[untyped-decorator]
    def situation(words: str, **values: str) -> str:
        """A way into the next step for somebody who is in this situation."""
        target = pages.address("calculators/next_step", values, env.page)
        return f'<a class="situation" href="{escape(target)}">{escape(words)}</a>'

    @env.macro  # type: ignore[untyped-decorator]
    def journey() -> str:
        """The whole way from prevention to letting go, a stage at a time."""
        return ways_on.journey(env.page)

    @env.macro  # type: ignore[untyped-decorator]
    def glossary() -> str:
        """Every word explained, in the order of the alphabet."""
        return words.listed()

    @env.macro  # type: ignore[untyped-decorator]
    def scale(name: str) -> str:
        """A figure that goes up in steps, as a table with its source."""
        drawn = rates.scale(table(name), day)
        return drawn.replace(SOURCE_LINE, f"{SOURCE_LINE}{pages.mark(table(name))}")

    @env.macro  # type: ignore[untyped-decorator]
    def fees(*names: str) -> str:
        """Flat fees, a row each, with their sources."""
        return rates.fees([figure(name, day) for name in names])

    @env.macro  # type: ignore[untyped-decorator]
    def histories(subject: str) -> str:
        """Every figure of a subject through time."""
        return "".join(rates.history(one) for one in tables(subject))

    @env.macro  # type: ignore[untyped-decorator]
    def checked() -> str:
        """The day that the site's figures stand for, in words."""
        return in_words(day)


def on_post_build(env: Any) -> None:
    """Lay the reference data beside the pages, for others to use."""
    every = {one.name: json.data(one) for subject in subjects() for one in tables(subject)}
    Path(env.conf["site_dir"], "reference.json").write_text(json.write(every))


def _answer(module: Calculator, example: Example, number: int) -> str:
    result = _worked_out(module, example.values, example.today)
    return html.answer(module, result, title=f"Example: {example.title}", number=number)


def _worked_out(module: Calculator, values: Mapping[str, Any], today: date) -> Any:
    typed = {name: value if isinstance(value, list) else str(value) for name, value in values.items()}
    inputs = parse(module.Inputs, typed, today)
    if isinstance(inputs, list):
        raise ValueError(f"{module.TITLE}: {inputs}")
    return module.calculate(inputs)
