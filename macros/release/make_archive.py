"""Makes a release archive: the site, the calculators as a wheel, hosting files, licences and a bill of materials."""

import hashlib
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

import calculators
from macros.release import bill_of_materials, build_wheel, compression, licences, server_config

ROOT = Path(__file__).resolve().parents[2]
HOSTING = Path(__file__).with_name("hosting")
FIXED_DAY = (1980, 1, 1, 0, 0, 0)
NAME = f"get-paid-{calculators.__version__}"
CHECKSUMS = "SHA256SUMS"
FOR_HOSTS = ("hosting/Dockerfile", "netlify.toml", "wrangler.jsonc")
"""Files that hosts read as they are. Netlify's and Cloudflare's are where their tools look for them."""

READ_ME = """\
{title}, version {version}

site/        the whole site as plain files: put them on any web server
hosting/     settings for nginx, and a Dockerfile; those for Apache and GitHub Pages are in site/
netlify.toml, wrangler.jsonc  settings for Netlify and Cloudflare Pages
*.whl        the calculators as a Python package, for Python 3.11 or newer, with no dependencies
licences/    the licence of everything in here
sbom.cdx.json  a list of what’s in here and what it was made with (CycloneDX)
SHA256SUMS   a checksum of every file: sha256sum --check SHA256SUMS

How to host it: site/hosting/index.html. Nothing runs on the server, and the site loads nothing from other sites.
"""

Files = dict[str, bytes]


def make(site: Path, target: Path, packed: Iterable[str] = ("br", "gz")) -> Path:
    """Write the archive into the folder `target`, always with the same bytes for the same site."""
    files = contents(site, packed)
    target.mkdir(parents=True, exist_ok=True)
    archive = target / f"{NAME}.zip"
    with zipfile.ZipFile(archive, "w") as stored:
        for name in sorted(files):
            stored.writestr(_entry(name), files[name])
    archive.with_name(f"{archive.name}.sha256").write_text(f"{_digest(archive.read_bytes())}  {archive.name}\n")
    return archive


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{NAME}/{name}", FIXED_DAY)
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(compression.PACKED) else zipfile.ZIP_DEFLATED
    return entry


def contents(site: Path, packed: Iterable[str]) -> Files:
    """Every file of the release by its name. `packed` lists the formats to compress files in beforehand."""
    pages = dict(site_files(site))
    shipped = {**pages, **server_config.in_site(pages)}
    wheel = build_wheel.make(ROOT)
    files: Files = {
        **{f"site/{name}": content for name, content in shipped.items()},
        **{f"site/{name}": content for name, content in compression.beside(shipped, packed).items()},
        **for_hosts(pages),
        wheel.name: wheel.content,
        **{f"licences/{name}": content for name, content in licences.texts(ROOT).items()},
        "README.txt": READ_ME.format(title=_config()["site_name"], version=calculators.__version__).encode(),
    }
    files["sbom.cdx.json"] = bill_of_materials.bill(ROOT, files, _day()).encode()
    files[CHECKSUMS] = checksums(files).encode()
    return files


def for_hosts(pages: Mapping[str, bytes]) -> Files:
    """Configuration files for hosts, outside the site's folder."""
    return {
        "hosting/nginx.conf": server_config.nginx(pages).encode(),
        "hosting/container.conf": server_config.nginx(pages, port=8080, name="_").encode(),
        **{name: (HOSTING / name.rpartition("/")[2]).read_bytes() for name in FOR_HOSTS},
    }


def site_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """The site's files that are released, by name."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix != ".map" and path.name != "sitemap.xml.gz":
            yield path.relative_to(site).as_posix(), path.read_bytes()


def checksums(files: Mapping[str, bytes]) -> str:
    """A line for each file, in the format of sha256sum."""
    return "".join(f"{_digest(files[name])}  {name}\n" for name in sorted(files))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _config() -> dict[str, str]:
    name = next(line for line in (ROOT / "mkdocs.yml").read_text().splitlines() if line.startswith("site_name:"))
    return dict(yaml.safe_load(name))


def _day() -> date:
    """The date the figures were checked, used as the date of the release so that it doesn't depend on the clock."""
    line = next(one for one in (ROOT / "mkdocs.yml").read_text().splitlines() if "figures_as_at:" in one)
    day: date = yaml.safe_load(line.strip())["figures_as_at"]
    return day


def project() -> dict[str, Any]:
    """The project table of pyproject.toml."""
    told: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return told
