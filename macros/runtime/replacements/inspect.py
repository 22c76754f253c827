"""In the place of `inspect`, which takes long to load: the four functions that dataclasses, pkgutil and Pyodide use."""

from collections.abc import Callable
from typing import Any


def signature(*_: object, **__: object) -> None:
    """Tell dataclasses that there is no signature to put into a docstring. Raises ValueError, always."""
    raise ValueError


def unwrap(function: Any) -> Any:
    """The function that decorators were put round."""
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function


def iscoroutinefunction(function: Callable[..., Any]) -> bool:
    """No function here is asynchronous."""
    return False


def getmodulename(path: str) -> str | None:
    """The name of the module that a file is, for pkgutil when our modules are files, as they are in the build."""
    name = path.rpartition("/")[2]
    return name.removesuffix(".py") if name.endswith(".py") else None
