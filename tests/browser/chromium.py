"""Debian's Chromium without a window: its headless shell where it is there, for it opens a page in half the time."""

import shutil
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright

ALONE = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Raises FileNotFoundError, in a sentence, where there is no Chromium."""
    return playwright.chromium.launch(executable_path=_path(), args=[*ALONE, *flags])


def launch_with_profile(playwright: Playwright, profile: Path) -> BrowserContext:
    """The same with what earlier visits left in the folder. Raises FileNotFoundError too."""
    return playwright.chromium.launch_persistent_context(profile, executable_path=_path(), args=list(ALONE))


def _path() -> str:
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not path:
        raise FileNotFoundError("Chromium is needed to open the pages (on Debian: apt-get install chromium)")
    return path
