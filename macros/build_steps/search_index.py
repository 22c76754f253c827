"""The index of the search: what people type stands once for each page."""

import json
from pathlib import Path


def lay(site: Path) -> None:
    """Take the phrases of a page, which Material calls tags, from its sections: its first entry has them."""
    file = site / "search/search_index.json"
    index = json.loads(file.read_text())
    for entry in index["docs"]:
        if "#" in entry["location"]:
            entry.pop("tags", None)
    file.write_text(json.dumps(index, separators=(",", ":")))
