"""Imports modules from the bundles that `compile_and_zip.py` makes. In the archive, this file is `sitecustomize`.

Python runs `sitecustomize` at its start. From then on, modules come from one dictionary of bytecode, and the methods of
dataclasses are already compiled. Before, `zipimport` took a quarter of the time that our modules need to load, and
compiling those methods nearly half.

The archive's own bundle has what most calculators need. `load` adds another.

This file can only import modules that are built into the interpreter.
"""

import marshal
import sys
from _frozen_importlib import ModuleSpec
from binascii import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType
    from typing import Any


class NotYetLoaded(BaseException):
    """A module or data file is in a bundle that isn't loaded yet. Not an Exception, so that nothing else handles it."""


class BundleLoader:
    """Runs modules in the bundles, and reads their data files. `packages` says of every module if it's a package."""

    def __init__(self, index: bytes, bundle: bytes) -> None:
        self.packages: dict[str, bool]
        self._paths: frozenset[str]
        self.packages, self._paths = marshal.loads(index)
        self.modules: dict[str, bytes] = {}
        self._files: dict[str, bytes] = {}
        self._methods: dict[int, bytes] = {}
        self.add(bundle)

    def add(self, bundle: bytes) -> None:
        """Add the modules, data files and methods in a bundle."""
        modules, files, methods = marshal.loads(bundle)
        self.modules |= modules
        self._files |= files
        self._methods |= methods

    def create_module(self, spec: ModuleSpec) -> None:
        """Let Python create the module as usual."""

    def exec_module(self, module: "ModuleType") -> None:
        """Run the module's bytecode."""
        exec(marshal.loads(self.modules[module.__name__]), module.__dict__)
        if module.__name__ == "dataclasses":
            module.__dict__["exec"] = self._define_methods

    def get_data(self, path: str) -> bytes:
        """The content of a data file, for pkgutil. Raises OSError if there's none with that path."""
        name = path.removeprefix(f"{ARCHIVE}/")
        if name not in self._paths:
            raise OSError(path)
        if name not in self._files:
            raise NotYetLoaded(name)
        return self._files[name]

    def _define_methods(self, source: str, scope: "dict[str, Any]", methods: "dict[str, Any]") -> None:
        """Define the methods of a dataclass: from code that the build compiled, or from source if it has none."""
        known = self._methods.get(crc32(source.encode()))
        exec(source if known is None else marshal.loads(known), scope, methods)


class BundleFinder:
    """Finds the modules in one folder of the archive, for `sys.path_hooks`."""

    def __init__(self, path: str) -> None:
        if not f"{path}/".startswith(f"{ARCHIVE}/"):
            raise ImportError(path)
        self._package = path[len(ARCHIVE) + 1 :].replace("/", ".")

    def find_spec(self, name: str, target: "ModuleType | None" = None) -> ModuleSpec | None:
        """The spec of a module by its full name, or None if it's in no bundle."""
        if name not in loader.packages:
            return None
        if name not in loader.modules:
            raise NotYetLoaded(name)
        is_package = loader.packages[name]
        folder = f"{ARCHIVE}/{name.replace('.', '/')}"
        origin = f"{folder}/__init__.py" if is_package else f"{folder}.py"
        spec = ModuleSpec(name, loader, origin=origin)  # type: ignore[arg-type]
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [folder]
        return spec

    def iter_modules(self, prefix: str = "") -> "Iterator[tuple[str, bool]]":
        """The modules in this folder and whether each is a package, for pkgutil."""
        for name, is_package in loader.packages.items():
            package, _, own = name.rpartition(".")
            if package == self._package:
                yield prefix + own, is_package


ARCHIVE: str = __spec__.loader.archive  # type: ignore[union-attr]
loader = BundleLoader(*map(__spec__.loader.get_data, ("index", "bundle")))  # type: ignore[union-attr]
sys.path_hooks.insert(0, BundleFinder)
sys.path_importer_cache.clear()


def load(path: str) -> None:
    """Add the bundle in a file."""
    with open(path, "rb") as file:  # noqa: PTH123 pathlib isn't loaded
        loader.add(file.read())
