"""In the place of Pyodide's `docstring`, which puts signatures together for people who ask for help."""

from collections.abc import Callable
from typing import Any


def get_cmeth_docstring(method: Callable[..., Any]) -> str:
    """The least that a method written in C takes for its documentation."""
    return f"{method.__name__}()\n--\n\n"
