"""The macros for pages: a calculator, a worked example, a figure, a scale of fees, a card, and others."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.utils import get_relative_url

from calculators import load, names
from calculators.kernel import Figure, data_file, figure, in_words, reminder_schedule
from calculators.kernel import pounds as in_pounds
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import items, show
from calculators.kernel.contract.calculator import Calculator, Example, leads_to, onward, page_of
from calculators.kernel.figures.reference import table, tables
from calculators.kernel.output import figure_tables
from calculators.kernel.output.answer_html import UP, answer, carry
from calculators.kernel.output.citations import about
from calculators.kernel.output.form import form
from macros import page_postprocessing
from macros.build_date import build_date
from macros.build_steps import glossary, json_schemas, reference_data, sample_cases
from macros.page_macros import (
    batch_form,
    brand_builder,
    claim_panel,
    embed_builder,
    journey_map,
    link_builder,
    offline_controls,
    summary_form,
)

WITHOUT_SCRIPT = (
    "Your browser isn’t running JavaScript here, so this form can’t work out your own answer. "
    'There’s an example below, and you can <a href="#by-hand">work it out by hand</a>.'
)

SOURCE_LINE = '<p class="source">'


def define_env(env: Any) -> None:
    """Register the macros. Their figures are those in force on the date in `extra.figures_as_at`."""
    macros = Macros(env, env.conf["extra"]["figures_as_at"], build_date())
    for name in (name for name in vars(Macros) if not name.startswith("_")):
        env.macro(getattr(macros, name))


class Macros:
    """Each method is a macro. Figures are those in force on `day`; whether a check is overdue depends on `today`."""

    def __init__(self, env: Any, day: date, today: date) -> None:
        self._env = env
        self._day = day
        self._today = today

    def calculator(self, name: str, *, steps: bool = False) -> str:
        """A calculator's form and its first worked example. With `steps`, a phone shows one question at a time."""
        module = load(name)
        return (
            f'<article class="calculator" data-calculator="{name}"{" data-steps" if steps else ""}'
            f"{' data-table' if hasattr(module, 'join') else ''}"
            f"{claim_panel.marks(module)}"
            f' data-travels="{" ".join(link_builder.may_travel(module))}" data-search-exclude>'
            f'<noscript><p class="note">{WITHOUT_SCRIPT}</p></noscript>{form(module)}'
            f'<section class="answer" data-state="example" tabindex="-1" aria-labelledby="answer-{name}">'
            f"{self._answer(module, module.EXAMPLES[0], 0)}</section>"
            f"{carry(onward(module, load(other)) for other in leads_to(module))}</article>"
        )

    def your_claim(self) -> str:
        """All the answers so far, with their questions."""
        return claim_panel.panel()

    def claim_list(self) -> str:
        """The place that opens and shows a list of claims."""
        return claim_panel.place_of_list()

    def summary_form(self) -> str:
        """The form that makes a client's summary."""
        return summary_form.maker()

    def worked_example(self, name: str, number: int) -> str:
        """A further worked example, folded under its title."""
        module = load(name)
        example = module.EXAMPLES[number]
        return (
            f'<details class="example" data-search-exclude><summary>{escape(example.title)}</summary>'
            f'<p>{escape(example.story)}</p><div class="answer">{self._answer(module, example, number)}</div></details>'
        )

    def amount(self, name: str, of: int | None = None) -> str:
        """A figure in a sentence, such as £115. Its first use on a page also says if anything about it is uncertain."""
        first = not page_postprocessing.shows(self._env.page, name)
        found = self._looked_up(name, of)
        doubts = page_postprocessing.doubt(found, self._today) if first else ""
        return (
            f"{page_postprocessing.mark(found)}{about(found)}{figure_tables.in_unit(found.value, found.unit)}{doubts}"
        )

    def pounds(self, amount: float | str) -> str:
        """An amount made up for an example, such as £3,000."""
        return in_pounds(Decimal(str(amount)))

    def told(self, name: str, field: str, **values: Any) -> str:
        """One result of a calculator for these typed answers, in the form for a sentence."""
        module = load(name)
        item = next(one for one in items(module.Result) if one.name == field)
        result = _worked_out(module, values, self._day)
        self._rests_on(result)
        return escape(show(item.kind, getattr(result, field)))

    def tool(self, name: str, **values: Any) -> str:
        """A card that links to a calculator or letter, with answers filled in."""
        module = load(name)
        target = page_postprocessing.address(page_of(module), values, self._env.page)
        return (
            f'<p class="tool"><a href="{escape(target)}"><span class="tool-name">{escape(module.TITLE)}</span> '
            f'<span class="tool-action">{escape(module.ACTION)}</span></a></p>'
        )

    def days_late(self, step: str) -> str:
        """How late an invoice is when a reminder step is due, such as “One week late”."""
        words = reminder_schedule.in_words(getattr(reminder_schedule, step.upper()))
        return f"{words[0].upper()}{words[1:]}"

    def situation(self, words: str, **values: str) -> str:
        """A link to the plan for someone in this situation."""
        target = page_postprocessing.address("calculators/routes", values, self._env.page)
        return f'<a class="situation" href="{escape(target)}">{escape(words)}</a>'

    def journey(self) -> str:
        """The whole journey, from prevention to letting go, stage by stage."""
        return journey_map.journey(self._env.page)

    def every_calculator(self) -> str:
        """A line of links to every calculator, each with its title up to any colon."""
        titles = sorted((load(name).TITLE.partition(":")[0], f"calculators/{name}") for name in names())
        links = (
            f'<a href="{escape(page_postprocessing.address(path, {}, self._env.page))}">{escape(title)}</a>'
            for title, path in titles
        )
        return f'<p class="every">All calculators: {", ".join(links)}.</p>'

    def replies(self) -> str:
        """A table of what to do about each reply to a letter before claim."""
        written = data_file("drafts/replies")
        kinds: Any = next(one.kind for one in items(load("reply_pack").Inputs) if one.name == "reply_kind")
        rows = "".join(
            f"<tr><td>{escape(str(one))}</td><td>{escape(' '.join(written[one.name]['do']))}</td></tr>" for one in kinds
        )
        head = '<th scope="col">What they said</th><th scope="col">What to do</th>'
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def glossary(self) -> str:
        """Every word explained, in alphabetical order."""
        return glossary.listed()

    def link_builder(self) -> str:
        """The form that makes a link with answers filled in."""
        return link_builder.builder()

    def brand_builder(self) -> str:
        """The form that puts a service's brand on a copy of the site."""
        return brand_builder.builder(get_relative_url("./", self._env.page.url))

    def batch_form(self) -> str:
        """The form that answers a file of cases."""
        return batch_form.form()

    def sample_cases(self) -> str:
        """Links to a sample file of cases for every calculator."""
        return batch_form.samples(self._env.page)

    def embed_builder(self) -> str:
        """The form that makes the code to show a calculator or checklist on another site."""
        return embed_builder.builder(self._env.conf["extra"]["files"])

    def scale(self, name: str) -> str:
        """A figure with bands, as a table with its source."""
        page_postprocessing.rests_on(self._env.page, [name])
        drawn = figure_tables.scale(table(name), self._day, today=self._today)
        return drawn.replace(SOURCE_LINE, f"{SOURCE_LINE}{page_postprocessing.mark(table(name))}")

    def fees(self, *names: str) -> str:
        """A table of flat fees, with their sources."""
        page_postprocessing.rests_on(self._env.page, names)
        return figure_tables.fees([figure(name, self._day) for name in names], today=self._today)

    def histories(self, subject: str) -> str:
        """The history of every figure in a subject."""
        page_postprocessing.rests_on(self._env.page, (one.name for one in tables(subject)))
        return "".join(figure_tables.history(one, today=self._today) for one in tables(subject))

    def offline(self, part: str) -> str:
        """A part about using the guide offline: "keep" for the control, "download" for the link to the zip file."""
        return offline_controls.part(part, self._env.page)

    def checked(self) -> str:
        """The date the site's figures were checked, in words."""
        return in_words(self._day)

    def project(self) -> str:
        """“The project”, as a link to its source if the host has set one."""
        repository = self._env.conf["extra"]["host"].repository
        return f"[the project]({repository})" if repository else "the project"

    def _looked_up(self, name: str, of: int | None = None) -> Figure:
        found = figure(name, self._day, None if of is None else Decimal(of))
        page_postprocessing.note_figure(self._env.page, found)
        return found

    def _rests_on(self, result: Any) -> None:
        page_postprocessing.rests_on(self._env.page, (one.figure.name for one in result.sources))

    def _answer(self, module: Calculator, example: Example, number: int) -> str:
        """A worked example, with its links adjusted to this page."""
        result = _worked_out(module, example.values, example.today)
        self._rests_on(result)
        at_home = self._env.page.meta.get("translates", self._env.page.url) == f"{page_of(module)}/"
        title = f"Example: {example.title}" if at_home else f"{module.TITLE}. Example: {example.title}"
        drawn = answer(module, result, title=title, number=number)
        return drawn.replace(f'href="{UP}', f'href="{get_relative_url("./", self._env.page.url)}')


def on_post_build(env: Any) -> None:
    """Write the reference data, the schemas and the sample files of cases into the site, for others to use."""
    site = Path(env.conf["site_dir"])
    reference_data.write(site, env.conf["extra"]["figures_as_at"], env.conf["extra"]["service"].guide)
    json_schemas.write(site)
    sample_cases.write(site)


def _worked_out(module: Calculator, values: Mapping[str, Any], today: date) -> Any:
    typed = {name: value if isinstance(value, list) else str(value) for name, value in values.items()}
    inputs = parse(module.Inputs, typed, today)
    if isinstance(inputs, list):
        raise ValueError(f"{module.TITLE}: {inputs}")
    return module.calculate(inputs)
