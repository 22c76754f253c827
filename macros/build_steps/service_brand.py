"""The service that hosts a copy: its name, logo, contact box, colours and local page, from `extra.service`."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from calculators.kernel.law.shared_questions import Nation
from macros.build_steps import colour_palette

SETTING = "extra.service"
TOKENS = Path("assets/styles/tokens.css")
LOCAL = "near-you.md"
IMAGES = {".svg", ".png", ".webp"}


class CannotBeServed(ValueError):
    """A setting is wrong. The message is one sentence."""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """How to reach the service. Empty details aren't shown."""

    name: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    hours: str = ""


@dataclass(frozen=True, kw_only=True)
class Service:
    """The service's settings. `logo` and `local_page` are files beside the configuration."""

    name: str = ""
    logo: Path | None = None
    contact: Contact | None = None
    colours: Mapping[str, Mapping[str, str]]
    opening: str = ""
    local_page: Path | None = None
    nations: tuple[Nation, ...] = tuple(Nation)
    guide: str = ""
    """The original name of the guide, which its licence requires to be named."""

    @property
    def logo_name(self) -> str:
        """The path of the logo in the site, or an empty string."""
        return f"assets/brand{self.logo.suffix}" if self.logo else ""

    @property
    def covers(self) -> str:
        """The nations in words, or an empty string if it's all of them."""
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
    """Use the service's name and colours instead of ours, and add its local page to the menu."""
    service = read(config) or Service(colours={}, guide=config.site_name)
    service = replace(service, name=service.name or config.site_name)
    config.extra["service"] = service
    config.extra["colours"] = service.colours or _ours(config)
    config.site_name = service.name
    if service.local_page and config.nav:
        config.nav.insert(len(config.nav) - 1, LOCAL)


def put(files: Files, config: MkDocsConfig) -> None:
    """Add the service's own files: its colours instead of ours, and its local page."""
    service: Service = config.extra["service"]
    sheet = files.get_file_from_path(str(TOKENS))
    if service.colours and sheet:
        files.remove(sheet)
        coloured = colour_palette.with_colours(sheet.content_string, service.colours)
        files.append(File.generated(config, str(TOKENS), content=coloured))
    if service.local_page:
        files.append(File.generated(config, LOCAL, content=service.local_page.read_text(encoding="utf-8")))


def lay(config: MkDocsConfig) -> None:
    """Copy the logo into the built site."""
    service: Service = config.extra["service"]
    if service.logo:
        shutil.copy(service.logo, Path(config.site_dir, service.logo_name))


def samples(guide: str) -> Mapping[str, Service]:
    """A service with placeholders for its words, which the brand builder fills in, and the same one without a logo.

    A placeholder has a comma or a space if the theme changes it: see docs/assets/brand/pages.js.
    """
    contact = Contact(name="%contact%", phone="%pho ne%", email="%email%", url="https://%web%", hours="%hours%")
    full = Service(
        name="%na, me%", logo=Path("logo.svg"), contact=contact, colours={}, opening="%opening%", guide=guide
    )
    return {"full": full, "plain": replace(full, logo=None)}


def with_nations(html: str, service: Service) -> str:
    """A form that offers the service's nations. It still accepts and shows another one from a link."""
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
    """The settings below this one. Raises CannotBeServed if there are none, or one has an unknown name."""
    if not isinstance(given, Mapping):
        raise CannotBeServed(f"{where}: put its settings below it, each with a name")
    for name in given:
        if name not in known:
            raise CannotBeServed(f"{where}: there is no setting called {name}: use one of {', '.join(sorted(known))}")
    return given


def text(given: Mapping[str, Any], name: str, where: str = SETTING) -> str:
    """A setting that's text, or an empty string if it isn't set. Raises CannotBeServed."""
    value = given.get(name, "")
    if not isinstance(value, str):
        raise CannotBeServed(f"{where}.{name}: write it as text, in quotes")
    return value.strip()


def web_address(given: Mapping[str, Any], name: str, where: str) -> str:
    """A setting that's a web address, or an empty string if it isn't set. Raises CannotBeServed."""
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
    return colour_palette.tokens(Path(config.docs_dir, TOKENS).read_text())


def _colours(given: Mapping[str, Any], ours: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    """All colours by scheme, or an empty mapping if none is chosen."""
    where = f"{SETTING}.colours"
    chosen = mapping(given.get("colours", {}), where, set(colour_palette.CHOSEN))
    pairs = {name: mapping(pair, f"{where}.{name}", set(colour_palette.SCHEMES)) for name, pair in chosen.items()}
    return {scheme: _of_scheme(scheme, ours[scheme], pairs) for scheme in colour_palette.SCHEMES} if pairs else {}


def _of_scheme(scheme: str, ours: Mapping[str, str], pairs: Mapping[str, Mapping[str, Any]]) -> Mapping[str, str]:
    chosen = {name: pair[scheme] for name, pair in pairs.items() if scheme in pair}
    for name, colour in chosen.items():
        if not colour_palette.is_hex(colour):
            raise CannotBeServed(f"{SETTING}.colours.{name}.{scheme}: write # and six digits, in quotes, not {colour}")
    made = colour_palette.palette(ours, {name: colour.lower() for name, colour in chosen.items()})
    for faint in colour_palette.faint(made):
        raise CannotBeServed(
            f"{SETTING}.colours: in {scheme} colours, {faint.front} ({made[faint.front]}) on {faint.back} "
            f"({made[faint.back]}) has a contrast of {faint.ratio:.2f}, and needs {faint.needed:g}"
        )
    return made
