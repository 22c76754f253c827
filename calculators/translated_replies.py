"""Answers requests in languages other than English; the browser only gets this module if there is a translation.

A request or its form names the `language`. If neither does, or there is no translation into it, the reply is the same
as from `calculators.respond`.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from calculators.kernel.extras.translated_html import translated
from calculators.kernel.extras.translation import Catalogue, Translator
from calculators.kernel.figures.files import data_file
from calculators.kernel.output import json
from calculators.kernel.output.email import EML, as_email
from calculators.requests import reply
from calculators.requests import respond as respond_in_english

FOLDER = "languages"
"""The folder where a build puts the compiled catalogues."""

laid: dict[str, Catalogue] = {}
"""The catalogues added with `lay` in this process, by language."""


def lay(language: str, messages: Mapping[str, str]) -> None:
    """Adds a language's translations, by their English messages, for this process."""
    laid[language] = Catalogue(language, messages)


def clear() -> None:
    """Removes the catalogues added with `lay`."""
    laid.clear()


def catalogue(language: object) -> Catalogue | None:
    """The translations into a language, or None if there are none."""
    if not isinstance(language, str) or not (language.isascii() and language.isalpha()):
        return None
    return laid.get(language) or _shipped(language)


@cache
def _shipped(language: str) -> Catalogue | None:
    try:
        return Catalogue(language, data_file(f"{FOLDER}/{language}"))
    except OSError:
        return None


def respond(request: str) -> str:
    """The reply to a request, in the language that it names; both are JSON text."""
    try:
        asked = json.read(request)
    except (ValueError, RecursionError):
        return respond_in_english(request)
    found = catalogue(_language_of(asked))
    return json.write(in_language(asked, found)) if found else respond_in_english(request)


def _language_of(asked: Any) -> object:
    """The language that a request or its form names; it's removed from the values, as it doesn't answer a question."""
    if not isinstance(asked, dict):
        return None
    values = asked.get("values")
    named = values.pop("language", None) if isinstance(values, dict) else None
    return asked.get("language") or named


def in_language(asked: dict[str, Any], found: Catalogue) -> dict[str, Any]:
    """The reply to a request, with the text for people translated and the data for programs unchanged."""
    to = Translator(found, typed(asked.get("values")))
    made = reply(asked)
    for name in made.keys() & _SHOWN.keys():
        made[name] = _SHOWN[name](to, made[name])
    if any(one.get("type") == EML for one in made.get("files", ())):
        email = _letter(to, reply(asked | {"surface": "letter"})["letter"])["email"]
        made["files"] = [one | {"text": email} if one["type"] == EML else one for one in made["files"]]
    return made


def typed(value: object) -> Iterator[str]:
    """Every text that was typed, both as it is and as one line."""
    if isinstance(value, str):
        yield from (
            value,
            value.strip(),
            " ".join(value.split()),
            ", ".join(filter(None, map(str.strip, value.splitlines()))),
        )
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from typed(one)
    elif isinstance(value, list):
        for one in value:
            yield from typed(one)


def _html(to: Translator, markup: str) -> str:
    return translated(to, markup)


def _problems(to: Translator, problems: list[dict[str, str]]) -> list[dict[str, str]]:
    return [one | {"message": to.whole(one["message"])} for one in problems]


def _files(to: Translator, files: list[dict[str, str]]) -> list[dict[str, str]]:
    """The files, with their button labels and the text of any letters translated."""
    return [
        one
        | {"label": to.whole(one["label"])}
        | ({"text": to.letter(one["text"])} if one.get("type") == "text/plain" and "text" in one else {})
        for one in files
    ]


def _letter(to: Translator, letter: dict[str, Any]) -> dict[str, Any]:
    """A letter translated in every form it can be sent in, or unchanged unless all of it can be translated."""
    text = to.letter(letter["text"])
    if text == letter["text"]:
        return letter
    subject = to.letter(letter["subject"])
    return letter | {
        "subject": subject,
        "text": text,
        "html": translated(to, letter["html"]),
        "email": as_email(subject, text, to=letter["to"]),
        "blocks": [
            block
            | {"lines": [to.letter(line) for line in block["lines"]]}
            | {"rows": [[to.letter(cell) for cell in row] for row in block["rows"]]}
            for block in letter["blocks"]
        ],
    }


_SHOWN: Mapping[str, Callable[[Translator, Any], Any]] = {
    "answer": _html,
    "moves": _html,
    "parts": lambda to, parts: [translated(to, part) for part in parts],
    "problems": _problems,
    "downloads": _files,
    "files": _files,
    "letter": _letter,
    "days": lambda to, read: {name: to.whole(words) for name, words in read.items()},
    "amounts": lambda to, read: {name: to.whole(words) for name, words in read.items()},
}
"""The parts of a reply that people read, each with the function that translates it."""
