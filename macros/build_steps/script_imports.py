"""Which scripts a script needs, so that a page can ask for all of them at once."""

import re
from pathlib import Path

_IMPORTED = re.compile(r"^(?:import|export)\b[^;]*?\bfrom \"\./([\w-]+\.js)\"", re.MULTILINE)


def needed(script: Path) -> list[str]:
    """The names of all scripts that this one imports, itself or through another, in the order they are found in."""
    found = {script.name: None}
    for name in (waiting := [script.name]):
        fresh = [one for one in _IMPORTED.findall(script.with_name(name).read_text()) if one not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return list(found)[1:]
