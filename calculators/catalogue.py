"""Finds calculators and drafts by name: each is a module or a package."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import cast

import calculators
from calculators import drafts
from calculators.kernel.contract.calculator import Calculator

ROOMS = {
    "answering", "batch", "catalogue", "command_line", "drafts", "kernel", "reference", "requests", "summary",
    "translated_replies",
}  # fmt: skip
"""The modules and packages here that aren't calculators; all others are."""


def names() -> list[str]:
    """The names of all the calculators, in order; each is the name of its module."""
    return list(_modules(*calculators.__path__))


def draft_names() -> list[str]:
    """The names of all the drafts, in order; each is the name of its module, and none is also a calculator's."""
    return list(_modules(*drafts.__path__))


@cache
def _modules(*path: str) -> tuple[str, ...]:
    found = {module.name for module in pkgutil.iter_modules(list(path)) if not module.name.startswith("_")}
    return tuple(sorted(found - ROOMS))


def load(name: str) -> Calculator:
    """The calculator or draft of that name. Raises KeyError for any other name."""
    if name in names():
        return cast(Calculator, import_module(f".{name}", calculators.__name__))
    if name in draft_names():
        return cast(Calculator, import_module(f".{name}", drafts.__name__))
    raise KeyError(name)
