"""Creates a new calculator in this folder: `python -m macros.new_calculator NAME [TITLE]`."""

import sys
from pathlib import Path

from macros.new_calculator.add_calculator import CannotBeAdded, lay


def main(arguments: list[str]) -> str | None:
    """Create the calculator and print what was written. Returns what went wrong, in one line."""
    if not arguments or len(arguments) > 2:
        return 'Say what to call it: make new-calculator NAME=storage_charge TITLE="Storage charge"'
    name = arguments[0]
    title = arguments[1] if arguments[1:] else name.replace("_", " ").capitalize()
    try:
        for line in lay(Path(), name, title):
            print(line)
    except CannotBeAdded as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
