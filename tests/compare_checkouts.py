"""Compares the facts in two checkouts: `python -m tests.compare_checkouts BEFORE AFTER`.

Facts are amounts, percentages, dates, lengths of time, provisions and cases cited, and links to other sites. The script
compares them page by page, if both checkouts have a built site, and answer by answer: both checkouts answer each worked
example of the first. It prints the facts that each page or answer has lost or gained, for a person to explain.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

MONTHS = "January February March April May June July August September October November December"
NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|{'|'.join(NUMBERS)})"
_PROVISION = (
    r"(?<![’'\w])(?:ss?(?=\d)|(?:[Ss]ections?|[Rr]egulations?|regs?|[Aa]rticles?|[Pp]aragraphs?|[Rr]ules?) )"
    r"\d+[A-Z]*(?:\.\d+)*(?:\(\w+\))*"
)
_KINDS = (
    r"[−-]?£\d+(?:,\d{3})*(?:\.\d+)?[kmp]?",
    r"\d+(?:\.\d+)?p\b",
    rf"{_NUMBER}(?:%| per cent| percentage points?)",
    rf"\d{{1,2}} (?:{MONTHS.replace(' ', '|')})(?: \d{{4}})?",
    rf"{_NUMBER}[ -](?:clear |working )?(?:day|week|month|year|hour)s?",
    _PROVISION,
    r"\b(?:CPR|SI|SSI|PD) \d+[A-Z]*(?:[./]\d+)*(?:\(\w+\))*",
    r"\[\d{4}\] (?:\d+ )?[A-Z][A-Za-z]+ (?:\w+ )?\d+(?: \(\w+\))?",
)
_FACT = re.compile("|".join(f"(?:{kind})" for kind in _KINDS))
_LINK = re.compile(r"https?://[^\s\"'<>)]+")
_EXACT = re.compile(r"-?\d+(\.\d+)?|\d{4}-\d\d-\d\d")
_ANSWER = """
import json, sys
from datetime import date
import calculators
asked = json.load(sys.stdin)
if asked is None:
    asked = {
        f"{name}: {example.title}": [name, dict(example.values), example.today.isoformat()]
        for name in (*calculators.names(), *calculators.draft_names())
        for example in calculators.load(name).EXAMPLES
    }
known = {*calculators.names(), *calculators.draft_names()}
answers = {
    place: calculators.answer(calculators.load(name), values, date.fromisoformat(today))
    for place, (name, values, today) in asked.items()
    if name in known
}
json.dump({"asked": asked, "answers": answers}, sys.stdout)
"""

Facts = Mapping[str, frozenset[str]]


def facts(text: str) -> frozenset[str]:
    """The facts in a text, each in a standard form."""
    words = re.sub(r"[\s\xa0]+", " ", text)
    return frozenset(_standard_form(found) for found in _FACT.findall(_LINK.sub(" ", words))) | links(words)


def links(text: str) -> frozenset[str]:
    """The URLs in a text."""
    return frozenset(found.rstrip(".,;") for found in _LINK.findall(text))


def _standard_form(fact: str) -> str:
    """A fact with its number in digits, its unit in the singular and its provision abbreviated (`s` or `reg`)."""
    fact = fact.replace("−", "-").replace(" per cent", "%").strip().removesuffix(".00")
    for number, word in enumerate(NUMBERS, 1):
        fact = re.sub(rf"^{word}\b", str(number), fact)
    fact = re.sub(r"^(\d+)[ -](clear |working )?(day|week|month|year|hour)s?$", r"\1 \2\3", fact)
    fact = re.sub(r"^(?:[Ss]ections?|ss?) ?", "s", fact)
    return re.sub(r"^(?:[Rr]egulations?|regs?) ?", "reg ", fact)


class _Article(HTMLParser):
    """The text and links of a page's article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self._depth = self._unread = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag == "article"
        self._unread += tag in ("script", "style")
        target = dict(attrs).get("href") or ""
        if self._depth and target.startswith("http"):
            self.text.append(f" {target} ")
        self._separate(tag)

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "article"
        self._unread -= tag in ("script", "style")
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        if self._depth and not self._unread:
            self.text.append(data)

    def _separate(self, tag: str) -> None:
        if tag not in ("a", "abbr", "b", "em", "i", "span", "strong"):
            self.text.append(" | ")


def of_pages(site: Path) -> Facts:
    """The facts on each page of a built site."""
    pages = sorted(page for page in site.rglob("index.html") if "embed" not in page.parts)
    return {str(page.parent.relative_to(site)): facts("".join(_Article(page.read_text()).text)) for page in pages}


def answers(checkout: Path, asked: Any) -> dict[str, Any]:
    """Worked examples, and a checkout's answers to them. If `asked` is None, the examples are the checkout's own."""
    command = [sys.executable, "-c", _ANSWER]
    run = subprocess.run(command, cwd=checkout, input=json.dumps(asked), capture_output=True, text=True, check=True)
    return dict(json.loads(run.stdout))


def of_answers(found: Mapping[str, Any]) -> Facts:
    """The facts in each field of each answer; the rows of a table count as one field."""
    told: dict[str, frozenset[str]] = {}
    for place, reply in found.items():
        for field, value in _fields(reply.get("result", reply)):
            told[f"{place}: {field}"] = told.get(f"{place}: {field}", frozenset()) | value
    return told


def _fields(value: Any, name: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _fields(one, f"{name}.{key}".lstrip("."))
    elif isinstance(value, list):
        for one in value:
            yield from _fields(one, name)
    elif value is not None:
        text = str(value)
        yield name, frozenset([text]) if _EXACT.fullmatch(text) else facts(text)


def differences(before: Facts, after: Facts) -> Iterator[str]:
    """A line for each page or field that has lost or gained facts, or is new or gone."""
    for place in sorted({*before, *after}):
        if place not in after or place not in before:
            yield f"{place}: {'gone' if place in before else 'new'}"
            continue
        lost, gained = before[place] - after[place], after[place] - before[place]
        if lost or gained:
            yield f"{place}:{_listed(' lost', lost)}{_listed(' gained', gained)}"


def _listed(what: str, found: Iterable[str]) -> str:
    listed = "; ".join(sorted(found))
    return f"{what} {listed}." if listed else ""


def main(before: str, after: str) -> None:
    """Print how the facts in two checkouts differ."""
    sites = [Path(checkout) / "site" for checkout in (before, after)]
    if all(site.exists() for site in sites):
        print("\n".join(differences(*map(of_pages, sites))))
    old = answers(Path(before), None)
    new = answers(Path(after), old["asked"])
    print("\n".join(differences(of_answers(old["answers"]), of_answers(new["answers"]))))


if __name__ == "__main__":
    main(*sys.argv[1:])
