"""The offline copy: the whole guide as a zip file that opens from a folder, including the search and the calculators.

A page opened from a folder can only load classic scripts: no modules, no fetch, and no worker by its address. So
modules become classic scripts, and files that they would fetch are put into scripts that are loaded when needed.
"""

import base64
import gzip
import hashlib
import json
import posixpath
import re
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from macros import content_policy, own_scripts
from macros.runtime.compile_and_zip import REST, bundle_file, is_own_bundle

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKED = ROOT / ".cache/offline"
FIXED_DAY = (1980, 1, 1, 0, 0, 0)
SPECIAL = {
    "script-src": "'self' blob: 'wasm-unsafe-eval'",
    "connect-src": "'none'",
    "worker-src": "blob:",
    "manifest-src": "'none'",
}
"""Where the copy's policy differs from the site's: pages create workers from blobs, and nothing is fetched."""

_LINK = re.compile(r"(?P<name>\s(?:href|src))=\"(?P<value>[^\"]*)\"")
_MODULE = re.compile(r"<script type=\"module\" src=\"(?P<src>[^\"]+)\"[^>]*></script>")
_CLASSIC = re.compile(r"<script src=\"([^\"]+)\"")
_UPDATES = "update-notice.js"
_SPREADSHEET = "assets/vendor/spreadsheet.js"
_POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
_ONLY_SERVED = re.compile(
    r"\s*<(?:link rel=\"(?:manifest|modulepreload|preload)\"|"
    rf"script type=\"module\" src=\"[^\"]*{re.escape(_UPDATES)}\")[^>]*>(?:</script>)?"
)
_OWN_BUNDLE = re.compile(rf'(?!"{bundle_file(REST)}")"{bundle_file("[a-z0-9_]+")}": ?\d+, ?')
_KEEPING = re.compile(r"(<h2 id=\"keep-it-on-your-device\">.*?</h2>).*?(?=<h2 )", re.DOTALL)
_HERE = (
    "<p>You’re reading the offline copy. It works without a connection, and nothing you type leaves your device. "
    "Fees and rates change: look for a newer copy when you next have a connection.</p>\n"
)


@dataclass(frozen=True, kw_only=True)
class Copy:
    """The zip file, its size and its SHA-256."""

    path: Path
    size: int
    digest: str


def make(site: Path, place: Path, name: str, draft: Mapping[str, bytes]) -> Copy:
    """Write the copy into a folder of the site, with a file of its checksum."""
    folder = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    (site / place).mkdir(exist_ok=True)
    path = site / place / f"{folder}.zip"
    _write(path, {f"{folder}/{file}": content for file, content in files(site, draft).items()})
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_name("SHA256SUMS.txt").write_text(f"{digest}  {path.name}\n")
    return Copy(path=path, size=path.stat().st_size, digest=digest)


def files(site: Path, draft: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of the copy, by its path in the folder: the drafted files, and the PDFs made since."""
    found = {**draft, **{f"guide/{path.name}": path.read_bytes() for path in site.glob("*.pdf")}}
    sums = "".join(f"{hashlib.sha256(found[path]).hexdigest()}  {path}\n" for path in sorted(found))
    return found | {"SHA256SUMS.txt": sums.encode()}


def drafted(site: Path, name: str) -> dict[str, bytes]:
    """The files of the copy except the PDFs, made while those are still in progress."""
    served = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if _wanted(site, path)}
    pages = {path: file.read_text() for path, file in served.items() if path.endswith(".html")}
    classic = {posixpath.basename(src) for html in pages.values() for src in _CLASSIC.findall(html)}
    modules = {path for path in own_scripts.ours(site) if path.name not in classic}
    found = {
        f"guide/{path}": file.read_bytes()
        for path, file in served.items()
        if file not in modules and not path.startswith("assets/runtime/")
    }
    found |= {f"guide/{path}": content.encode() for path, content in _scripts(site, pages).items()}
    found |= {f"guide/{path}": _page(path, html, set(served)).encode() for path, html in pages.items()}
    found["guide/search/search_index.js"] = _search_index(site).encode()
    found["guide/assets/redirect-to-guide.js"] = (HERE / "redirect-to-guide.js").read_bytes()
    found["Open the guide.html"] = (
        (HERE / "open-the-guide.html").read_text().replace("{{ name }}", escape(name)).encode()
    )
    return found


def _wanted(site: Path, path: Path) -> bool:
    within = path.relative_to(site)
    dropped = {".br", ".gz", ".map", ".pdf", ".whl", ".xml", ".zip", ".zst", ".webmanifest"}
    unneeded = {"404.html", "sw.js", "SHA256SUMS.txt", "search_index.json", "spreadsheet.js"}
    aside = within.parts[0] == "embed"
    return path.is_file() and path.suffix not in dropped and path.name not in unneeded and not aside


# Pages


def _page(path: str, html: str, served: set[str]) -> str:
    html = _KEEPING.sub(rf"\g<1>{_HERE}", _ONLY_SERVED.sub("", html))
    html = _OWN_BUNDLE.sub("", html)
    html = _LINK.sub(lambda link: f'{link["name"]}="{_to_file(path, link["value"], served)}"', html)
    html = _MODULE.sub(r'<script defer src="\g<src>"></script>', html)
    return _POLICY.sub(lambda meta: _loosened(meta[0]) + _first_script(path), html)


def _to_file(page: str, value: str, served: set[str]) -> str:
    """A link with `index.html` added if it leads to a folder, as there's no server to do that."""
    target, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", value, re.DOTALL).groups()  # type: ignore[union-attr]
    if ":" in target or not target:
        return value
    within = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
    inside = "index.html" if within == "." else f"{within}/index.html"
    if inside not in served:
        return value
    return f"{target.rstrip('/')}/index.html{mark}{rest}"


def _loosened(meta: str) -> str:
    for name, value in SPECIAL.items():
        meta = meta.replace(f"{name} {content_policy.DIRECTIVES[name]}", f"{name} {value}", 1)
    return meta


def _first_script(page: str) -> str:
    return f'<script src="{"../" * page.count("/")}assets/page-worker-shim.js"></script>'


# Scripts


def _scripts(site: Path, pages: Mapping[str, str]) -> dict[str, str]:
    """The pages' scripts as classic scripts, and scripts that carry the files they would fetch."""
    entries = {posixpath.basename(src) for html in pages.values() for src in _MODULE.findall(html)} - {_UPDATES}
    (runtime,) = (path for path in (site / "assets/runtime").iterdir() if path.is_dir())
    (search,) = (site / "assets/javascripts/workers").glob("search.*.js")
    made = _classic(site / "assets", runtime, sorted(entries))
    workers = {path.relative_to(site).as_posix(): path.read_text() for path in (search, site / _SPREADSHEET)}
    code = {"assets/worker.js": made.pop("worker.js"), **workers}
    data = {path.relative_to(site).as_posix(): _packed(path) for path in sorted(runtime.iterdir()) if _is_data(path)}
    needs = {"assets/worker.js": next(name for name in data if name.endswith(".deferred.wasm"))}
    carried = {
        f"assets/carried/{posixpath.basename(name)}.js": f"offlineCopy.carry({json.dumps(name)}, {json.dumps(text)});\n"
        for name, text in (code | data).items()
    }
    shim = (HERE / "page-worker-shim.js").read_text()
    shim = shim.replace("const NEEDS = {};", f"const NEEDS = {json.dumps(needs)};")
    return {f"assets/{name}": text for name, text in made.items()} | carried | {"assets/page-worker-shim.js": shim}


def _classic(assets: Path, runtime: Path, entries: list[str]) -> dict[str, str]:
    """The worker and these modules, each as one classic script without imports."""
    command = ["node", str(HERE / "bundle-classic-scripts.mjs"), str(assets), str(runtime), *entries]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    made: dict[str, str] = json.loads(done.stdout)
    return made


def _is_data(path: Path) -> bool:
    """Whether a page of the copy fetches the file."""
    return path.suffix not in {".mjs", ".js"} and path.name != "manifest.json" and not is_own_bundle(path)


def _packed(path: Path) -> str:
    """The content of a file, compressed and in base64, cached by content as it takes a while."""
    content = path.read_bytes()
    packed = PACKED / hashlib.sha256(content).hexdigest()
    if not packed.exists():
        PACKED.mkdir(parents=True, exist_ok=True)
        packed.write_bytes(base64.b64encode(gzip.compress(content, 9, mtime=0)))
    return packed.read_text()


def _search_index(site: Path) -> str:
    index = json.loads((site / "search/search_index.json").read_text())
    for entry in index["docs"]:
        entry["location"] = re.sub(r"(^|/)(?=#|$)", r"\1index.html", entry["location"], count=1)
    return f"var __index = {json.dumps(index)};\n"


def _write(archive: Path, contents: Mapping[str, bytes]) -> None:
    """Write a zip file with sorted names and a fixed date, so the same guide gives the same bytes."""
    with zipfile.ZipFile(archive, "w") as stored:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, FIXED_DAY)
            entry.external_attr = 0o644 << 16
            stored.writestr(entry, contents[name], zipfile.ZIP_DEFLATED, 9)
