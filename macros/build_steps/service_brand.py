"""The service that hosts a copy: its name, logo, contact box, colours and local page, all from `extra.service`."""

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from calculators.kernel.law.shared_questions import Nation
from macros.build_steps import contrast

SETTING = "extra.service"
TOKENS = Path("assets/styles/tokens.css")
SHEET = "assets/styles/brand.css"
LOCAL = "near-you.md"
IMAGES = {".svg", ".png", ".webp"}


class CannotBeServed(ValueError):
    """A setting that is wrong, in one sentence."""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """How to reach the service; what is left out is not shown."""

    name: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    hours: str = ""


@dataclass(frozen=True, kw_only=True)
class Service:
    """The service as its settings describe it; `logo` and `local_page` are files beside the configuration."""

    name: str = ""
    logo: Path | None = None
    contact: Contact | None = None
    colours: Mapping[str, Mapping[str, str]]
    opening: str = ""
    local_page: Path | None = None
    nations: tuple[Nation, ...] = tuple(Nation)
    guide: str
    """The name of the guide that the service hosts, whose licence asks for it to be named."""

    @property
    def logo_name(self) -> str:
        """Where the logo lies in the site."""
        return f"assets/brand{self.logo.suffix}" if self.logo else ""

    @property
    def covers(self) -> str:
        """The nations in a sentence, or nothing where it is all three."""
        names = [str(nation).replace(" or ", " and ") for nation in self.nations]
        return "" if len(names) == len(Nation) else " and ".join(names)


def read(config: MkDocsConfig) -> Service | None:
    """The service, if one is set. Raises CannotBeServed."""
    settings = config.extra.get("service")
    if settings is None:
        return None
    known = {"name", "logo", "contact", "colours", "opening", "local_page", "nations"}
    given = mapping(settings, SETTING, known)
    beside = Path(config.config_file_path)
    return Service(
        name=text(given, "name"),
        logo=_file(beside, given, "logo", IMAGES),
        contact=_contact(given),
        colours=_colours(given, _ours(config)),
        opening=text(given, "opening"),
        local_page=_file(beside, given, "local_page", {".md"}),
        nations=_nations(given),
        guide=config.site_name,
    )


def settle(config: MkDocsConfig) -> None:
    """Put the name and the colours of the service in place of ours."""
    service = read(config)
    config.extra["service"] = service
    config.extra["colours"] = (service and service.colours) or _ours(config)
    if service is None:
        return
    config.site_name = service.name or config.site_name
    if service.colours:
        config.extra_css.insert(1 + list(map(str, config.extra_css)).index(str(TOKENS)), SHEET)
    if service.local_page and config.nav:
        config.nav.insert(len(config.nav) - 1, LOCAL)


def files(config: MkDocsConfig) -> Iterator[File]:
    """What the service adds to the site: its colours as a style sheet, and its local page."""
    service: Service | None = config.extra["service"]
    if service and service.colours:
        yield File.generated(config, SHEET, content=sheet(service.colours))
    if service and service.local_page:
        yield File.generated(config, LOCAL, content=service.local_page.read_text(encoding="utf-8"))


def lay(config: MkDocsConfig) -> None:
    """Copy the logo into the built site."""
    service: Service | None = config.extra["service"]
    if service and service.logo:
        shutil.copy(service.logo, Path(config.site_dir, service.logo_name))


def sheet(colours: Mapping[str, Mapping[str, str]]) -> str:
    """The chosen colours and those that follow from them, as a style sheet."""
    light, dark = (colours[scheme] for scheme in contrast.SCHEMES)
    lines = "".join(f"  --{name}: light-dark({light[name]}, {dark[name]});\n" for name in light)
    return f"/* Made in the build from {SETTING}.colours. */\n\n:root {{\n{lines}}}\n"


def with_nations(html: str, service: Service | None) -> str:
    """A form that offers the nations of the service; another that a link brings is still taken, and shown."""
    if service is None:
        return html
    for nation in Nation:
        radio = f'<label class="choice"><input type="radio" name="nation" value="{nation.name}"'
        if nation not in service.nations:
            html = html.replace(radio, radio.replace('class="choice"', 'class="choice" hidden'))
    first = service.nations[0]
    if first is Nation.england_wales:
        return html
    usual = 'name="nation" value="england_wales" id="q-nation"'
    chosen = f'name="nation" value="{first.name}"'
    return html.replace(f"{usual} checked", usual).replace(chosen, f"{chosen} checked")


# The settings, each refused in one sentence


def mapping(given: object, where: str, known: set[str]) -> Mapping[str, Any]:
    """Settings below one of that name. Raises CannotBeServed, also for a name that isn't known."""
    if not isinstance(given, Mapping):
        raise CannotBeServed(f"{where}: write settings below it, each with its name")
    for name in given:
        if name not in known:
            raise CannotBeServed(f"{where}: there is no setting called {name}: there are {', '.join(sorted(known))}")
    return given


def text(given: Mapping[str, Any], name: str, where: str = SETTING) -> str:
    """A setting that is text, or nothing if it isn't set. Raises CannotBeServed."""
    value = given.get(name, "")
    if not isinstance(value, str):
        raise CannotBeServed(f"{where}.{name}: write it as text, in quotes")
    return value.strip()


def web_address(given: Mapping[str, Any], name: str, where: str) -> str:
    """A setting that is an address on the web, or nothing if it isn't set. Raises CannotBeServed."""
    address = text(given, name, where)
    if address and not re.match(r"https?://[^/?#\s]+[^?#\s]*$", address):
        raise CannotBeServed(f"{where}.{name}: write the whole address, starting with https://")
    return address


def _contact(given: Mapping[str, Any]) -> Contact | None:
    if "contact" not in given:
        return None
    where = f"{SETTING}.contact"
    names = [one.name for one in fields(Contact)]
    box = mapping(given["contact"], where, set(names))
    web_address(box, "url", where)
    return Contact(**{name: text(box, name, where) for name in names})


def _file(beside: Path, given: Mapping[str, Any], name: str, kinds: set[str]) -> Path | None:
    written = text(given, name)
    if not written:
        return None
    path = beside.parent / written
    if path.suffix not in kinds:
        raise CannotBeServed(f"{SETTING}.{name}: {written} must end in {' or '.join(sorted(kinds))}")
    if not path.is_file():
        raise CannotBeServed(f"{SETTING}.{name}: there is no file {written} beside {beside.name}")
    return path


def _nations(given: Mapping[str, Any]) -> tuple[Nation, ...]:
    written = given.get("nations", [nation.name for nation in Nation])
    names = [nation.name for nation in Nation]
    if not isinstance(written, list) or not written or any(name not in names for name in written):
        raise CannotBeServed(f"{SETTING}.nations: write a list of one or more of {', '.join(names)}")
    return tuple(Nation[name] for name in dict.fromkeys(written))


def _ours(config: MkDocsConfig) -> Mapping[str, Mapping[str, str]]:
    return contrast.tokens(Path(config.docs_dir, TOKENS).read_text())


def _colours(given: Mapping[str, Any], ours: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    """All colours by scheme, or nothing where none is chosen."""
    where = f"{SETTING}.colours"
    chosen = mapping(given.get("colours", {}), where, set(contrast.CHOSEN))
    pairs = {name: mapping(pair, f"{where}.{name}", set(contrast.SCHEMES)) for name, pair in chosen.items()}
    return {scheme: _of_scheme(scheme, ours[scheme], pairs) for scheme in contrast.SCHEMES} if pairs else {}


def _of_scheme(scheme: str, ours: Mapping[str, str], pairs: Mapping[str, Mapping[str, Any]]) -> Mapping[str, str]:
    chosen = {name: pair[scheme] for name, pair in pairs.items() if scheme in pair}
    for name, colour in chosen.items():
        if not contrast.is_hex(colour):
            raise CannotBeServed(f"{SETTING}.colours.{name}.{scheme}: write # and six digits, in quotes, not {colour}")
    made = contrast.palette(ours, {name: colour.lower() for name, colour in chosen.items()})
    for faint in contrast.faint(made):
        raise CannotBeServed(
            f"{SETTING}.colours: in {scheme} colours, {faint.front} ({made[faint.front]}) on {faint.back} "
            f"({made[faint.back]}) has a contrast of {faint.ratio:.2f}, and needs {faint.needed:g}"
        )
    return made
