"""Runs in a fresh Pyodide: imports what readers need, answers the sample requests, and lists the modules loaded.

Its own imports are listed too, so it imports little that isn't loaded anyway. `found` is the text of `found.json`.
`methods` collects the compiled methods of dataclasses by their source.
"""

import dataclasses
import importlib
import json
import marshal
import sys
from base64 import b64encode
from typing import Any

PLACE = "/lib/python314.zip/"
methods: dict[str, str] = {}


def define_methods(source: str, scope: dict[str, Any], defined: dict[str, Any]) -> None:
    """Define methods as `exec` would do for a dataclass, and keep their code."""
    code = compile(source, "<string>", "exec")
    methods[source] = b64encode(marshal.dumps(code)).decode()
    exec(code, scope, defined)


dataclasses.__dict__["exec"] = define_methods

sys.path.insert(0, "/project")
wanted = json.loads(found)  # type: ignore[name-defined] # noqa: F821
for name in wanted["modules"]:
    importlib.import_module(name)
for request in wanted["requests"]:
    importlib.import_module("calculators").respond(request)
origins = [str(module.__spec__.origin) for module in list(sys.modules.values()) if module.__spec__]
modules = [origin.removeprefix(PLACE) for origin in origins if origin.startswith(PLACE)]
json.dumps({"modules": modules, "methods": methods})
