"""The controls for using the guide offline. Their sizes are filled in once all pages are rendered."""

from html import escape

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from macros.offline.write_offline_files import PLACE, unfilled

WITHOUT_SCRIPT = "Your browser isn’t running JavaScript here, so it can’t keep the guide. Use the folder below."


def part(name: str, here: Page) -> str:
    """A part by its name: "keep" for the control, "download" for the link to the zip file."""
    return {"keep": keeping(), "download": download(here)}[name]


def keeping() -> str:
    """The control that keeps the guide in this browser."""
    return (
        f'<div class="keep-guide" data-search-exclude data-bytes="{unfilled("kept", "bytes")}"'
        f' data-size="{unfilled("kept", "megabytes")}"><noscript><p class="note">{WITHOUT_SCRIPT}</p></noscript>'
        f"<p>The guide takes up {unfilled('kept', 'megabytes')} of space.</p>"
        '<p class="status" role="status"></p><div class="controls"></div></div>'
    )


def download(here: Page) -> str:
    """The link to the zip file of the offline copy, with its size and how to check it."""
    target = get_relative_url(f"{PLACE}/{unfilled('copy', 'name')}", here.url)
    sums = get_relative_url(f"{PLACE}/SHA256SUMS.txt", here.url)
    return (
        '<div class="keep-guide-folder">'
        f'<p class="tool" data-search-exclude><a href="{escape(target)}" download><span class="tool-name">'
        f'The guide as a folder</span> <span class="tool-action">Download the zip file, {unfilled("copy", "megabytes")}'
        f"</span></a></p><details data-search-exclude><summary>Check that the file is genuine</summary>"
        f'<p>Its SHA-256 is <code>{unfilled("copy", "digest")}</code>. It’s also in <a href="{escape(sums)}">'
        "a file of checksums</a>.</p></details></div>"
    )
