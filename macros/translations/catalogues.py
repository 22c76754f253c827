"""Catalogues of translations: one for each language begun, such as `cy.po` for Welsh.

Each lists every message to translate. A translation is only shown once it's checked: it isn't marked as fuzzy, and
has a comment such as `# checked by NAME, 3 March 2027`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from calculators import translated_replies
from calculators.kernel.extras.translation import placeholders
from macros.translations import extraction

FOLDER = Path(__file__).parent
CHECKED = re.compile(r"checked by \S.*, .*\d{4}")
USES = "from .translated_replies import respond  # noqa\n"
"""The line that makes the calculators answer in the language of a request."""

NOT_WITHOUT = frozenset({"translated_replies.py", "translated_html.py", "translation.py"})
"""Modules of the calculators that readers only load once something has been translated."""


class CannotBeShown(Exception):
    """A catalogue can't be used. The message is a sentence that says why."""


def languages(folder: Path = FOLDER) -> dict[str, dict[str, str]]:
    """The checked translations by their messages, for each language that has any. Raises CannotBeShown."""
    found = {path.stem: translated(path) for path in sorted(folder.glob("*.po"))}
    return {language: messages for language, messages in found.items() if messages}


def translated(path: Path) -> dict[str, str]:
    """The checked translations in a catalogue, by their messages. Raises CannotBeShown."""
    if not CHECKED.search(path.read_text(encoding="utf-8", errors="replace")):
        return {}  # reading thousands of empty entries takes a second
    shown = [one for one in _messages(path) if is_shown(one)]
    if faults := [fault for one in shown for fault in _faults(one)]:
        raise CannotBeShown("\n".join(f"{path.name}: {fault}" for fault in faults))
    return {str(one.id): str(one.string) for one in shown}


def _messages(path: Path) -> Iterator[Message]:
    try:
        with path.open("rb") as file:
            yield from (one for one in read_po(file, path.stem, abort_invalid=True) if one.id)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise CannotBeShown(f"{path.name} isn’t a catalogue that gettext can read: {error}.") from error


def is_shown(one: Message) -> bool:
    """Whether a message has a checked translation."""
    return bool(one.string) and not one.fuzzy and any(CHECKED.search(line) for line in one.user_comments)


def _faults(one: Message) -> Iterator[str]:
    """A sentence if a translation's placeholders differ from its message's."""
    wanted, has = placeholders(str(one.id)), placeholders(str(one.string))
    if wanted != has:
        names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "no placeholders"
        yield f"the translation of “{one.id}” must have {names}, exactly as in English."


def lay() -> dict[str, dict[str, str]]:
    """Let this process answer in every language that has translations. Returns them by language."""
    translated_replies.clear()
    found = _kept(tuple((path, path.stat().st_mtime_ns) for path in sorted(FOLDER.glob("*.po"))))
    for language, messages in found.items():
        translated_replies.lay(language, messages)
    return found


@cache
def _kept(_files: object) -> dict[str, dict[str, str]]:
    """The translations, read again only if a file changes."""
    return languages()


def unused() -> frozenset[str]:
    """The modules that readers needn't load."""
    return frozenset() if lay() else NOT_WITHOUT


def with_languages(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """The calculators' files by name, with any translations added."""
    laid = {
        f"calculators/{translated_replies.FOLDER}/{language}.json": json.dumps(messages, ensure_ascii=False).encode()
        for language, messages in lay().items()
    }
    opens = "calculators/__init__.py"
    return {**sources, **laid, opens: sources[opens] + USES.encode()} if laid else dict(sources)


# Beginning and updating catalogues


_MADE_ON = re.compile(rb'^"POT-Creation-Date: .*\n', re.MULTILINE)
HEADER = """\
# The calculators and letters in {language}, in the format of gettext.
# Nobody has translated or checked a sentence here unless a comment above it says so.
# Once someone fluent has checked a translation, they add “# checked by NAME, DATE” above it.
# Without that line, or while it is marked as fuzzy, the sentence is shown in English."""


def begin(language: str, folder: Path = FOLDER) -> None:
    """Begin the catalogue of a language, given by its BCP 47 code, unless there is one already."""
    path = folder / f"{language}.po"
    if not path.exists():
        empty = Catalog(language, project=PROJECT, header_comment=HEADER.format(language=language), fuzzy=False)
        path.write_bytes(_written(empty))


def bring_up_to_date(folder: Path = FOLDER) -> list[Path]:
    """Bring each catalogue up to date with the current messages."""
    template = listed()
    paths = sorted(folder.glob("*.po"))
    for path in paths:
        path.write_bytes(updated(path, template))
    return paths


def listed() -> Catalog:
    """Every message once, with where it appears."""
    seen: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for one in extraction.messages():
        files, places = seen.setdefault(one.message, ({}, {}))
        files[one.place] = places[one.seen] = None
    listed = Catalog(project=PROJECT)
    for message, (files, places) in seen.items():
        locations = [(file, 0) for file in [*files][:MOST_PLACES]]
        listed.add(message, locations=locations, auto_comments=[*places][:MOST_PLACES])
    return listed


PROJECT = "unpaid-invoice-calculators"
MOST_PLACES = 2
"""How many of a message's places are named."""


def updated(path: Path, template: Catalog) -> bytes:
    """A catalogue updated with these messages. The translation of a changed sentence is kept, marked as fuzzy."""
    with path.open("rb") as file:
        catalogue = read_po(file, path.stem)
    catalogue.update(template, update_header_comment=False)
    for old in [one for one in catalogue.obsolete.values() if not one.string]:
        del catalogue.obsolete[str(old.id)]
    return _written(catalogue)


def _written(catalogue: Catalog) -> bytes:
    """A catalogue as a file, without the time it was made."""
    file = BytesIO()
    write_po(file, catalogue, width=120, include_lineno=False, ignore_obsolete=False)
    return _MADE_ON.sub(b"", file.getvalue())
