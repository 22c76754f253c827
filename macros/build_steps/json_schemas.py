"""Writes the JSON Schema of every calculator and letter into the site, for programs that use them."""

from pathlib import Path

from calculators import draft_names, load, names
from calculators.command_line import json_schema
from calculators.kernel.output import json

FOLDER = "schemas"


def write(site: Path) -> None:
    """Write a file for each, named after it: the output of `python -m calculators schema NAME`, on one line."""
    (site / FOLDER).mkdir(exist_ok=True)
    for name in (*names(), *draft_names()):
        (site / FOLDER / f"{name}.json").write_text(json.write(json_schema.exchange(load(name))), encoding="utf-8")
