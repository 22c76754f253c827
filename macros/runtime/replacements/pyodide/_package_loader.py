"""Replaces Pyodide's package loader. There are no packages, only the folders that Pyodide asks for."""


class _Folder:
    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES, DSO_DIR = _Folder("/lib/site-packages"), _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Do nothing, as no packages are loaded."""
