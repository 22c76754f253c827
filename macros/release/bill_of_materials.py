"""Lists what's in a release and what it was made with, as a CycloneDX bill of materials."""

import base64
import hashlib
import json
import re
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

import calculators

PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)", re.MULTILINE)
_licences = LicenseFactory()


def bill(root: Path, files: Mapping[str, bytes], day: date) -> str:
    """The bill as JSON, the same for the same release: released files, and packages from npm and PyPI."""
    ours, packages = _ours(), [*_from_npm(root / "package-lock.json"), *_from_pypi(root / "requirements.lock")]
    bom = Bom(
        components=[*_shipped(files), *packages],
        serial_number=uuid.uuid5(uuid.NAMESPACE_OID, _digest(b"".join(files[name] for name in sorted(files)))),
        metadata=BomMetaData(timestamp=datetime.combine(day, time(), UTC), component=ours),
    )
    bom.register_dependency(ours, packages)
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1) + "\n"


def _ours() -> Component:
    name = "unpaid-invoice-calculators"
    return Component(
        name=name, version=calculators.__version__, type=ComponentType.APPLICATION, bom_ref=name,
        licenses=[_licences.make_from_string("MIT")],
    )  # fmt: skip


def _shipped(files: Mapping[str, bytes]) -> Iterator[Component]:
    for name, content in files.items():
        digest = HashType(alg=HashAlgorithm.SHA_256, content=_digest(content))
        yield Component(name=name, type=ComponentType.FILE, bom_ref=f"file:{name}", hashes=[digest])


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _from_npm(lock: Path) -> Iterator[Component]:
    for place, told in json.loads(lock.read_text())["packages"].items():
        if place:
            name = place.rpartition("node_modules/")[2]
            group, _, base = name.rpartition("/")
            yield _package(
                PackageURL("npm", group or None, base, told["version"]),
                shipped=not (told.get("dev") or told.get("optional")),
                licence=told.get("license", ""),
                hashes=[_integrity(told["integrity"])] if "integrity" in told else [],
            )


def _integrity(written: str) -> HashType:
    """A hash in npm's format: sha512-, then base64."""
    return HashType(alg=HashAlgorithm.SHA_512, content=base64.b64decode(written.removeprefix("sha512-")).hex())


def _from_pypi(lock: Path) -> Iterator[Component]:
    """Every pinned package. Only the theme's files are part of the release."""
    for found in PINNED.finditer(lock.read_text()):
        shipped = found["name"] == "mkdocs-material"
        yield _package(PackageURL("pypi", None, found["name"], found["version"]), shipped, _licence_of(found["name"]))


def _licence_of(name: str) -> str:
    """A package's licence as an SPDX expression, or an empty string if it isn't installed or gives none."""
    try:
        return metadata(name).get("License-Expression", "")
    except PackageNotFoundError:
        return ""


def _package(purl: PackageURL, shipped: bool, licence: str, hashes: list[HashType] | None = None) -> Component:
    return Component(
        name=purl.name, group=purl.namespace, version=purl.version, purl=purl, bom_ref=purl.to_string(),
        type=ComponentType.LIBRARY, scope=ComponentScope.REQUIRED if shipped else ComponentScope.EXCLUDED,
        licenses=[_licences.make_from_string(licence)] if licence else [], hashes=hashes or [],
    )  # fmt: skip
