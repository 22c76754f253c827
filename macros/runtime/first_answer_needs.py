"""Runs in the runtime: lists what each calculator needs for its first answer.

Before each answer, it forgets every module that the one before has loaded. `found` is the text of `found.json`. The
list is JSON: modules, data files and checksums of methods of dataclasses.
"""

import json
import sys
from binascii import crc32
from collections.abc import Callable
from importlib import import_module
from typing import Any

from sitecustomize import BundleLoader, loader  # type: ignore[import-not-found]

at_start = frozenset(sys.modules)
needed: set[object] = set()


def noting(method: Callable[..., Any], key: Callable[[Any], object]) -> Callable[..., Any]:
    """The method, noting the key of its first argument."""

    def noted(self: object, argument: Any, *others: Any) -> Any:
        needed.add(key(argument))
        return method(self, argument, *others)

    return noted


def needs(request: str, reply: str) -> list[object]:
    """What is loaded to answer the request. Raises ValueError if the reply is another."""
    for name in sys.modules.keys() - at_start:
        del sys.modules[name]
    needed.clear()
    if import_module("calculators").respond(request) != reply:
        raise ValueError(request)
    return sorted(needed | (sys.modules.keys() & loader.modules.keys()), key=str)


BundleLoader.get_data = noting(BundleLoader.get_data, lambda path: path.partition(".zip/")[2])
BundleLoader._define_methods = noting(BundleLoader._define_methods, lambda source: crc32(source.encode()))
known = json.loads(found)  # type: ignore[name-defined] # noqa: F821
replies = dict(zip(known["requests"], known["replies"], strict=True))
json.dumps({name: needs(request, replies[request]) for name, request in known["first"].items()})
