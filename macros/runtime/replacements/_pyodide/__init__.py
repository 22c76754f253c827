"""In the place of Pyodide's own helpers in Python: what its start and a call from JavaScript need, and no more."""

from . import _base, _importhook

__all__ = ["_base", "_importhook"]


def set_excepthook() -> None:
    """Leave exceptions to Python, which prints them by itself."""
