"""Replaces Pyodide's helpers in Python with only what its start and calls from JavaScript need."""

from . import _base, _importhook

__all__ = ["_base", "_importhook"]


def set_excepthook() -> None:
    """Do nothing, as Python prints exceptions itself."""
