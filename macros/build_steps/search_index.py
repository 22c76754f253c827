"""Trims the search index to the guide's own text, with each page's search phrases only once."""

import json
from pathlib import Path


def lay(site: Path) -> None:
    """Remove the worked answers, as nobody searches for their figures.

    Also removes a page's search phrases, which Material calls tags, from all but its first entry.
    """
    file = site / "search/search_index.json"
    index = json.loads(file.read_text())
    index["docs"] = [entry for entry in index["docs"] if "#answer-" not in entry["location"]]
    for entry in index["docs"]:
        if "#" in entry["location"]:
            entry.pop("tags", None)
    file.write_text(json.dumps(index, separators=(",", ":")))
