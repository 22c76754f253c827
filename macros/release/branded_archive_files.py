"""Lists what a browser needs to make a branded archive for a host: the site's files, and configuration for hosts."""

import base64
import hashlib
import json
import zipfile
from pathlib import Path

from macros.release import compression, licences, make_archive, server_config

PLACE = Path("hosting/files.zip")

READ_ME = """\
{name}

This copy was made in a browser, from the site of {guide}.

site/        the whole site as plain files: put them on any web server
hosting/     settings for nginx, and a Dockerfile; those for Apache and GitHub Pages are in site/
netlify.toml, wrangler.jsonc  settings for Netlify and Cloudflare Pages
licences/    the licence of everything in here
SHA256SUMS   a checksum of every file: sha256sum --check SHA256SUMS

How to host it: site/hosting/index.html. Nothing runs on the server, and the site makes no requests to other hosts.

The PDFs and the app icons are the same as in the original guide. There are compressed files for gzip, but none for
brotli, and no Python package or bill of materials: the release of the project has those.
"""


def lay(site: Path) -> None:
    """Write the list and the files into the finished site, as a zip file."""
    pages = {name: content for name, content in make_archive.site_files(site) if name != str(PLACE)}
    listed = {name: (len(content), _digest(content)) for name, content in pages.items()}
    packing = {"packed": sorted(compression.WORTH_IT), "least": compression.LEAST}
    told = {
        "files.json": json.dumps({"files": listed, **packing}).encode(),
        "README.txt": READ_ME.encode(),
        **make_archive.for_hosts(pages),
        **{f"site/{name}": content for name, content in server_config.in_site(pages).items()},
        **{f"licences/{name}": content for name, content in licences.texts(make_archive.ROOT).items()},
    }
    (site / PLACE).parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(site / PLACE, "w") as stored:
        for name in sorted(told):
            stored.writestr(zipfile.ZipInfo(name, make_archive.FIXED_DAY), told[name], zipfile.ZIP_DEFLATED)


def _digest(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
