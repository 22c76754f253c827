"""What is true of the project: run it with `make test`, or without a browser and a book with `make check`."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
