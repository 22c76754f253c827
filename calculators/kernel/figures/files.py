"""The files of reference data as plain data: words, numbers, and days as ISO text."""

import json
import pkgutil
from typing import Any


def read(subject: str) -> dict[str, Any]:
    """One file of the reference data: what the build has made of it for readers, or else the TOML itself."""
    try:
        made: dict[str, Any] = json.loads(_file(f"{subject}.json"))
    except OSError:
        return from_toml(_file(f"{subject}.toml"))
    return made


def from_toml(text: str) -> dict[str, Any]:
    """The data of a TOML text; fractions stay text, so that they stay exact."""
    import tomllib  # readers have no need of it

    made: dict[str, Any] = json.loads(json.dumps(tomllib.loads(text, parse_float=str), default=str))
    return made


def _file(name: str) -> str:
    return (pkgutil.get_data("calculators", f"reference/{name}") or b"").decode()
