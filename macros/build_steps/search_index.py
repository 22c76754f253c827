"""The index of the search: the guide's own words, and once for each page what people type to find it."""

import json
from pathlib import Path


def lay(site: Path) -> None:
    """Leave out the worked answers, whose figures nobody searches for.

    The phrases of a page, which Material calls tags, are taken from its sections: its first entry has them.
    """
    file = site / "search/search_index.json"
    index = json.loads(file.read_text())
    index["docs"] = [entry for entry in index["docs"] if "#answer-" not in entry["location"]]
    for entry in index["docs"]:
        if "#" in entry["location"]:
            entry.pop("tags", None)
    file.write_text(json.dumps(index, separators=(",", ":")))
