"""Creates a new calculator: its module, page and cases, and a line in each file that lists the calculators."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).with_name("templates")
FILES = {
    "module.txt": "calculators/{name}.py",
    "page.txt": "docs/calculators/{name}.md",
    "cases.txt": "tests/cases/{name}.toml",
}
"""Each template, and the file it becomes."""


class CannotBeAdded(ValueError):
    """A name or title can't be used. The message is one sentence."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A file that lists every calculator: the line for one, and a pattern for the lines of the list."""

    file: str
    line: str
    after: str

    def missing(self, root: Path, name: str, title: str) -> str:
        """The line to add, or an empty string if the file names the calculator's page already."""
        line = self.line.format(name=name, title=title)
        return "" if f"calculators/{name}.md" in (root / self.file).read_text() else line

    def add(self, root: Path, line: str) -> None:
        """Add the line at the end of the list."""
        text = (root / self.file).read_text()
        last = [found.end() for found in re.finditer(self.after, text, re.MULTILINE)][-1]
        (root / self.file).write_text(f"{text[:last]}\n{line}{text[last:]}")


LISTINGS = (
    Listing(
        file="mkdocs.yml",
        line="      - {title}: calculators/{name}.md",
        after=r"^  - Calculators:(?:\n      - .*)+",
    ),
    Listing(
        file="README.md",
        line="| [{title}](docs/calculators/{name}.md) | what it tells, in a few words |",
        after=r"^\| \[.*\]\(docs/calculators/.*$",
    ),
    Listing(
        file="docs/print.md",
        line="- [{title}](calculators/{name}.md#by-hand)",
        after=r"^- \[.*\]\(calculators/.*#by-hand\)$",
    ),
)
"""Every file that lists the calculators by hand. tests/test_new_calculator.py checks that each lists all of them."""


def lay(root: Path, name: str, title: str) -> Iterator[str]:
    """Write the files and the lines, and yield a message for each. Raises CannotBeAdded before writing anything."""
    _refuse(root, name, title)
    words = {"name": name, "title": title}
    for template, place in FILES.items():
        file = place.format(name=name)
        (root / file).write_text(_filled(template, words))
        yield f"{file}: new"
    for listing in LISTINGS:
        line = listing.missing(root, name, title)
        listing.add(root, line)
        yield f"{listing.file}: {line.strip()}"


def _filled(template: str, words: Mapping[str, str]) -> str:
    return Template((TEMPLATES / template).read_text()).substitute(words)


def _refuse(root: Path, name: str, title: str) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        raise CannotBeAdded(f"A name is lower case words joined by _, such as court_costs, not {name!r}")
    if not re.fullmatch(r"[A-Z][\w ’,-]*", title):
        raise CannotBeAdded(f"A title is a few words that begin with a capital, not {title!r}")
    taken = [root / place.format(name=name) for place in FILES.values()] + [root / "calculators" / name]
    if found := [path for path in taken if path.exists()]:
        raise CannotBeAdded(f"{found[0].relative_to(root)} already exists")
