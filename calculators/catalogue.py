"""Which calculators and drafts there are: each is a module or a package, found by its name."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import cast

import calculators
from calculators import drafts
from calculators.kernel.contract.calculator import Calculator

ROOMS = {"answering", "batch", "catalogue", "command_line", "drafts", "kernel", "reference", "requests", "summary"}
"""What stands beside the calculators; every other module or package here is one."""


def names() -> list[str]:
    """The calculators there are, each the name of its module."""
    return list(_modules(*calculators.__path__))


def draft_names() -> list[str]:
    """The drafts of letters and agreements there are, each the name of its module; none is a calculator's."""
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
