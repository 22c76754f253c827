"""What the pages need to know about questions so that an answer typed once is shown and offered everywhere."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from calculators import draft_names, load, names
from calculators.kernel.base.schema import Item, items
from calculators.kernel.contract.calculator import Calculator, page_of
from calculators.kernel.extras.sensitivity import turns_on
from calculators.kernel.output import json
from calculators.kernel.output.form import kind_of, options_of

WITHOUT_SCRIPT = "Your browser isn’t running JavaScript here, so it can’t keep or show any answers."
NO_LIST = (
    "Your browser isn’t running JavaScript here, so it can’t open a list of claims. "
    'You can <a href="#by-hand">keep one by hand</a>.'
)


def marks(module: Calculator) -> str:
    """Attributes that tell scripts which results answer other calculators' questions, and if answers can be varied."""
    told = " ".join(_answers_elsewhere(module))
    return (f' data-tells="{told}"' if told else "") + (" data-moves" if turns_on(module) else "")


def _answers_elsewhere(module: Calculator) -> Iterator[str]:
    """Results that answer a question of another calculator but not of this one, as `question:kind:result`."""
    own = {item.name for item in items(module.Inputs)}
    for item in items(module.Result):
        name = item.tell.answers if item.tell and item.tell.answers != "" else item.name
        if name in _questions() and name not in own and not isinstance(item.kind, list):
            yield f"{name}:{kind_of(item)}:{item.name}"


def panel() -> str:
    """The place for the claim's answers, and the questions in the site's order."""
    every = [_described(item, module) for item, module in _questions().values()]
    pages = [_taking(load(name)) for name in (*names(), *draft_names())]
    told = json.write({"questions": every, "pages": pages}).replace("<", "\\u003c")
    return (
        f'<article class="claim" data-search-exclude><noscript><p class="note">{WITHOUT_SCRIPT}</p></noscript>'
        f'<script type="application/json" class="claim-questions">{told}</script></article>'
    )


def place_of_list() -> str:
    """The place for a list of claims, and the kind of each question, which is kept with its answer."""
    kinds = json.write({name: kind_of(item) for name, (item, _) in _questions().items()})
    return (
        f'<article class="claim-list" data-search-exclude><noscript><p class="note">{NO_LIST}</p></noscript>'
        f'<script type="application/json" class="question-kinds">{kinds}</script></article>'
    )


@cache
def _questions() -> dict[str, tuple[Item, Calculator]]:
    """Every question by its name, with the first calculator that asks it."""
    found: dict[str, tuple[Item, Calculator]] = {}
    for module in (load(name) for name in (*names(), *draft_names())):
        for item in items(module.Inputs):
            found.setdefault(item.name, (item, module))
    return found


def _described(item: Item, module: Calculator) -> dict[str, Any]:
    """The text of a question and of any questions in its rows."""
    ask = item.ask
    rows = items(item.kind[0]) if isinstance(item.kind, list) else ()
    return {
        "name": item.name,
        "question": ask.question if ask else item.name,
        "group": ask.group if ask else "",
        "kind": kind_of(item),
        "page": page_of(module),
        "options": dict(options_of(item)),
        "parts": [_described(one, module) for one in rows],
    }


def _taking(module: Calculator) -> dict[str, Any]:
    """A calculator's page, and the questions whose answers it can use."""
    return {"page": page_of(module), "title": module.TITLE, "fields": [item.name for item in items(module.Inputs)]}
