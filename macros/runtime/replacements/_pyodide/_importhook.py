"""In the place of Pyodide's import hooks: nothing here imports JavaScript, and no package is missing."""


def add_note_to_module_not_found_error(error: ModuleNotFoundError) -> None:
    """Leave the error as it is: there are no packages to install."""


def register_js_finder() -> None:
    """Let nothing import JavaScript."""


def register_js_module(name: str, module: object) -> None:
    """Let nothing import this one."""


def unregister_js_module(name: str) -> None:
    """There was nothing to take back."""


def register_windows_finder() -> None:
    """There are no paths of Windows."""


def register_module_not_found_hook(packages: object) -> None:
    """There are no packages."""
