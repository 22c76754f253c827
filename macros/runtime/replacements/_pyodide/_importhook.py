"""Replaces Pyodide's import hooks, as nothing here imports JavaScript or packages."""


def add_note_to_module_not_found_error(error: ModuleNotFoundError) -> None:
    """Do nothing, as there are no packages to suggest."""


def register_js_finder() -> None:
    """Do nothing, as nothing imports JavaScript."""


def register_js_module(name: str, module: object) -> None:
    """Do nothing, as nothing imports JavaScript modules."""


def unregister_js_module(name: str) -> None:
    """Do nothing, as none is registered."""


def register_windows_finder() -> None:
    """Do nothing, as there are no Windows paths."""


def register_module_not_found_hook(packages: object) -> None:
    """Do nothing, as there are no packages."""
