"""A host's settings for its copy: its address, where its source is, and its accessibility statement."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from macros.build_steps.service_brand import CannotBeServed, mapping, text, web_address

COMPLIANCE = ("fully", "partially", "not")
"""Levels of compliance with WCAG 2.2 AA, from GOV.UK's sample accessibility statement."""

NO_ADDRESS = "No address is set (extra.address in mkdocs.yml): no QR codes, sitemap or canonical links"


@dataclass(frozen=True, kw_only=True)
class Host:
    """The settings, each empty if not set."""

    address: str = ""
    repository: str = ""
    accessibility_contact: str = ""
    compliance: str = ""

    @property
    def accessibility_link(self) -> str:
        """The address for a link to the contact."""
        contact = self.accessibility_contact
        return contact if contact.startswith(("https://", "http://")) else f"mailto:{contact}"


def read(config: MkDocsConfig) -> Host:
    """The settings. `extra.address` takes precedence over `site_url`. Raises CannotBeServed."""
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
    """Keep the settings for the pages, and give MkDocs the address."""
    host = read(config)
    config.extra["host"] = host
    config.site_url = host.address or None


def files(config: MkDocsConfig) -> Iterator[File]:
    """`robots.txt`, if the site has an address."""
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
