"""What a host says about its copy: its address, where its source is, and its accessibility statement."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from macros.build_steps.service_brand import CannotBeServed, mapping, text, web_address

COMPLIANCE = ("fully", "partially", "not")
"""How far a site can be said to comply with WCAG 2.2 AA: GOV.UK's sample accessibility statement."""

NO_ADDRESS = "No address is set (extra.address in mkdocs.yml): no QR codes, sitemap or canonical links"


@dataclass(frozen=True, kw_only=True)
class Host:
    """The settings, each empty if it isn't set."""

    address: str = ""
    repository: str = ""
    accessibility_contact: str = ""
    compliance: str = ""

    @property
    def accessibility_link(self) -> str:
        """The contact as the target of a link."""
        contact = self.accessibility_contact
        return contact if contact.startswith(("https://", "http://")) else f"mailto:{contact}"


def read(config: MkDocsConfig) -> Host:
    """The settings; `extra.address` goes before `site_url`. Raises CannotBeServed."""
    extra = config.extra
    where = "extra.accessibility"
    statement = mapping(extra.get("accessibility") or {}, where, {"contact", "compliance"})
    return Host(
        address=_folder(web_address(extra, "address", "extra") or config.site_url or ""),
        repository=web_address(extra, "repository", "extra"),
        accessibility_contact=_contact(text(statement, "contact", where)),
        compliance=_compliance(text(statement, "compliance", where)),
    )


def settle(config: MkDocsConfig) -> None:
    """Keep the settings for the pages, and let MkDocs know the address."""
    host = read(config)
    config.extra["host"] = host
    config.site_url = host.address or None


def files(config: MkDocsConfig) -> Iterator[File]:
    """What search engines read first, if there's an address to tell them."""
    if address := config.extra["host"].address:
        yield File.generated(config, "robots.txt", content=f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n")


def _folder(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""


def _contact(written: str) -> str:
    if written and "@" not in written and not written.startswith(("https://", "http://")):
        raise CannotBeServed("extra.accessibility.contact: write an email address, or one starting with https://")
    return written


def _compliance(written: str) -> str:
    if written and written not in COMPLIANCE:
        raise CannotBeServed(f"extra.accessibility.compliance: write one of {', '.join(COMPLIANCE)}")
    return written
