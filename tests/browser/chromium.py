"""Debian's Chromium without a window: its headless shell where it is there, for it opens a page in half the time."""

import shutil

from playwright.sync_api import Browser, Playwright

ALONE = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Raises FileNotFoundError, in a sentence, where there is no Chromium."""
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not path:
        raise FileNotFoundError("Chromium is needed to open the pages (on Debian: apt-get install chromium)")
    return playwright.chromium.launch(executable_path=path, args=[*ALONE, *flags])
