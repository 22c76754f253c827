"""Builds one-page sites with the real macros: a correct page is built, and a faulty page stops the build."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.build_steps import host_settings
from tests import ROOT

CONFIGURATION = """\
INHERIT: {root}/mkdocs.yml
nav: [{{Home: index.md}}]
"""


def test_a_correct_page_is_built(tmp_path: Path) -> None:
    table = "| Fee | Sum |\n| --- | ---: |\n| Hearing | {{ amount('uk.vat_rate') }} |"
    built = build(tmp_path, f"# A page\n\nText for search.\n\n## Fees\n\n{table}")
    assert (built.returncode, built.stdout + built.stderr) == (0, f"{host_settings.NO_ADDRESS}\n")
    assert [path.name for path in (tmp_path / "site").iterdir() if path.name.startswith(("sitemap", "robots"))] == []
    html = (tmp_path / "site/index.html").read_text()
    assert '<div class="scroll" tabindex="0" role="region" aria-label="Table: Fees"><table>' in html


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            "---\ntitle: Court: what it costs\n---\n# A page\n\nYou pay £115.",
            ["index.md, line 2: the front matter can’t be read", "index.md, line 6: £115 is typed"],
        ),
        ("# A page\n\n{{ no_such_figure }}", ["no_such_figure"]),
        ("# A page\n\n{{ amount('no.such_figure') }}", ["no.such_figure"]),
        ("# A page\n\n[More](none.md) [More](#no-such-heading)", ["none.md", "#no-such-heading"]),
        (
            (
                "# A page\n\n{% raw %}{{ amount }}{% endraw %}\n\n<p style='color: red'>Late</p>\n\n"
                "<img src='https://cdn.example/a.png' alt=''>\n\n<script type='module'>late()</script>"
            ),
            [
                "this would appear on the page as it was typed",
                "style= on <p>",
                "https://cdn.example/a.png",
                "doesn’t allow this script",
            ],
        ),
    ],
)
def test_a_faulty_page_stops_the_build(tmp_path: Path, page: str, said: list[str]) -> None:
    built = build(tmp_path, page)
    assert built.returncode != 0
    assert [words for words in said if words not in built.stderr] == []


def build(folder: Path, page: str) -> subprocess.CompletedProcess[str]:
    """Build a site of one page with the configuration and macros of the real site."""
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text(page)
    (folder / "docs/assets").symlink_to(ROOT / "docs/assets")
    for package in ("calculators", "macros"):
        (folder / package).symlink_to(ROOT / package)
    (folder / "mkdocs.yml").write_text(CONFIGURATION.format(root=ROOT))
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--config-file", folder / "mkdocs.yml"],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
