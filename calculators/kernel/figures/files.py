"""The package's data files as plain data: words, numbers, and dates as ISO text."""

import json
import pkgutil
from typing import Any


def read(subject: str) -> dict[str, Any]:
    """One file of the reference data."""
    return data_file(f"reference/{subject}")


def data_file(name: str) -> dict[str, Any]:
    """A data file of the package, such as reference/uk: the JSON that a build makes for browsers, or else the TOML."""
    try:
        made: dict[str, Any] = json.loads(_file(f"{name}.json"))
    except OSError:
        return from_toml(_file(f"{name}.toml"))
    return made


def from_toml(text: str) -> dict[str, Any]:
    """The data in a TOML text; decimal numbers are kept as text, to stay exact."""
    import tomllib  # not needed in a browser

    made: dict[str, Any] = json.loads(json.dumps(tomllib.loads(text, parse_float=str), default=str))
    return made


def _file(name: str) -> str:
    return (pkgutil.get_data("calculators", name) or b"").decode()
