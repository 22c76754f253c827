"""Which questions are asked: some only matter after certain answers to earlier ones."""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache

from .schema import Condition, Item, items, typed


class Asked(Enum):
    """Whether a question is asked; `open` while a question it depends on has no answer yet."""

    yes = "yes"
    no = "no"
    open = "open"


@cache
def decisive_questions(record: type) -> frozenset[str]:
    """The questions whose answers decide whether others in the record are asked."""
    conditions = (one for item in items(record) if item.ask for one in (*item.ask.when, *item.ask.unless))
    return frozenset(name for one in conditions for name, _ in one)


def asked(item: Item, earlier: Mapping[str, Asked], codes: Mapping[str, str]) -> Asked:
    """Whether one question is asked, given the earlier questions' states and answers.

    `codes` holds the answers as a person would type them, empty if there is none yet. An answer to a question that is
    open counts; one to a question that isn't asked is ignored.
    """
    if item.ask and item.ask.unless and _any(item.ask.unless, earlier, codes) is Asked.yes:
        return Asked.no
    return _any(item.ask.when, earlier, codes) if item.ask and item.ask.when else Asked.yes


def _any(conditions: Iterable[Condition], earlier: Mapping[str, Asked], codes: Mapping[str, str]) -> Asked:
    states = {_all(_holds(earlier[name], codes[name], wanted) for name, wanted in one) for one in conditions}
    return Asked.yes if Asked.yes in states else Asked.open if Asked.open in states else Asked.no


def _all(held: Iterable[Asked]) -> Asked:
    states = set(held)
    return Asked.no if Asked.no in states else Asked.open if Asked.open in states else Asked.yes


def _holds(state: Asked, code: str, wanted: tuple[str, ...]) -> Asked:
    """Whether an earlier question has one of the wanted answers; `open` if that isn't decided yet."""
    if state is Asked.yes and code:
        return Asked.yes if code in wanted else Asked.no
    return Asked.no if state is Asked.no else Asked.open


def asked_in(record: object) -> frozenset[str]:
    """The questions that were asked to make this record, and any open ones that were answered."""
    earlier: dict[str, Asked] = {}
    codes: dict[str, str] = {}
    found: list[str] = []
    for item in items(type(record)):
        value = getattr(record, item.name)
        state = earlier[item.name] = asked(item, earlier, codes)
        codes[item.name] = typed(item.kind, value)
        if state is Asked.yes or (state is Asked.open and value != item.default):
            found.append(item.name)
    return frozenset(found)


def only_if(item: Item) -> str:
    """When a question is asked, in the command line's names and codes; empty if it's always asked."""
    parts = (("only if", item.ask.when), ("not if", item.ask.unless)) if item.ask else ()
    told = "; ".join(f"{word} {_in_codes(conditions)}" for word, conditions in parts if conditions)
    return f"({told})" if told else ""


def _in_codes(conditions: tuple[Condition, ...]) -> str:
    return "; or ".join(" and ".join(f"{name} is {' or '.join(wanted)}" for name, wanted in one) for one in conditions)
