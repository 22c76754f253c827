"""Replaces `inspect`, which is slow to load, with the four functions that dataclasses, pkgutil and Pyodide use."""

from collections.abc import Callable
from typing import Any


def signature(*_: object, **__: object) -> None:
    """Always raises ValueError, so dataclasses put no signature into a docstring."""
    raise ValueError


def unwrap(function: Any) -> Any:
    """The function inside any decorators."""
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function


def iscoroutinefunction(function: Callable[..., Any]) -> bool:
    """Always false, as no function here is asynchronous."""
    return False


def getmodulename(path: str) -> str | None:
    """The module name of a Python file, for pkgutil while our modules are files, as during the build."""
    name = path.rpartition("/")[2]
    return name.removesuffix(".py") if name.endswith(".py") else None
