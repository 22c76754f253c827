"""Replaces Pyodide's `docstring`, which makes signatures for `help()`."""

from collections.abc import Callable
from typing import Any


def get_cmeth_docstring(method: Callable[..., Any]) -> str:
    """The shortest docstring that a method written in C accepts."""
    return f"{method.__name__}()\n--\n\n"
