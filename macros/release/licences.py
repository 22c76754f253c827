"""The licences of everything in a release, and a notice that says which applies to what."""

from importlib.metadata import distribution
from pathlib import Path

HERE = Path(__file__).with_name("licences")

NOTICE = """\
What is in this release, whose it is, and under which licence. The texts are beside this file.

The code of the calculators, the pages and the site
    The MIT licence: MIT.txt

The text of the guidance, and the reference data
    Creative Commons Attribution 4.0 International: CC-BY-4.0.txt

Pyodide (site/assets/runtime/*/pyodide.*), https://github.com/pyodide/pyodide
    Copyright Pyodide contributors and Mozilla. Mozilla Public License 2.0: MPL-2.0.txt
    The files are those that Pyodide publishes on npm, without what only packages need; their source is at the address
    above. In ours, macros/runtime/shrink-pyodide.mjs leaves that out, and split-wasm.mjs splits the WebAssembly in two.

The Python interpreter and standard library (in pyodide.asm*.wasm and python.zip), https://www.python.org
    Copyright 2001 onwards, Python Software Foundation. Python Software Foundation License: Python.txt
    Of the standard library only the modules that the calculators use are here, compiled. Shorter modules of ours, under
    the MIT licence, replace asyncio, inspect, traceback and most of what Pyodide adds in Python.

Atkinson Hyperlegible Next (site/assets/fonts), https://www.brailleinstitute.org/freefont/
    Copyright 2020 to 2025, The Atkinson Hyperlegible Next Project Authors. SIL Open Font License 1.1: OFL-1.1.txt

docx (in site/assets/vendor/word-document.js), https://github.com/dolanmiu/docx
    Copyright 2016 onwards, Dolan Miu. The MIT licence: docx-MIT.txt
    It holds fflate, copyright Arjun Barrett (fflate-MIT.txt), and nanoid, copyright Andrey Sitnik (nanoid-MIT.txt).

read-excel-file and write-excel-file (in site/assets/vendor/spreadsheet.js), https://gitlab.com/catamphetamine
    Copyright 2018 gitlab.com/catamphetamine. The MIT licence: read-excel-file-MIT.txt, write-excel-file-MIT.txt
    They hold fflate, copyright Arjun Barrett (fflate-MIT.txt), and code of saxen, by Vopilovskiy Konstantin and Nico
    Rehwaldt, under the MIT licence.

fflate (in site/assets/vendor/archive.js), https://github.com/101arrowz/fflate
    Copyright Arjun Barrett. The MIT licence: fflate-MIT.txt

qrcode-generator (site/assets/vendor/qrcode.mjs), https://github.com/kazuhikoarase/qrcode-generator
    Copyright 2009 Kazuhiko Arase. The MIT licence: the file says so.

Material for MkDocs (site/assets/javascripts, site/assets/stylesheets), https://github.com/squidfunk/mkdocs-material
    Copyright Martin Donath. The MIT licence: Material-MIT.txt
    Its scripts hold: lunr.js, copyright 2020 Oliver Nightingale, with code from the Snowball stemmer (MIT);
    clipboard.js, copyright Zeno Rocha (MIT); escape-html (MIT); focus-visible (W3C Software License);
    RxJS (Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0)
"""


def texts(root: Path) -> dict[str, bytes]:
    """Each licence text by its file name."""
    font = root / "node_modules/@fontsource-variable/atkinson-hyperlegible-next/LICENSE"
    return {
        "NOTICE.txt": NOTICE.encode(),
        "MIT.txt": (root / "LICENSE").read_bytes(),
        "OFL-1.1.txt": font.read_bytes(),
        "Material-MIT.txt": _licence_of("mkdocs-material"),
        **{
            f"{name}-MIT.txt": (root / f"node_modules/{name}/LICENSE").read_bytes()
            for name in ("docx", "fflate", "nanoid", "read-excel-file", "write-excel-file")
        },
        **{path.name: path.read_bytes() for path in sorted(HERE.iterdir())},
    }


def _licence_of(name: str) -> bytes:
    """The licence file of an installed Python package."""
    files = distribution(name).files or []
    found = [one for one in files if "dist-info" in one.parts[0] and one.name.startswith("LICENSE")]
    return Path(str(found[0].locate())).read_bytes()
