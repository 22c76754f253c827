"""Runs in a fresh Pyodide: imports what readers need, answers the sample requests, and lists the modules it took.

It imports only what has been loaded anyway, so that it adds nothing to what it finds; `found` is the text of
`found.json`.
"""

import importlib
import json
import sys

PLACE = "/lib/python314.zip/"

sys.path.insert(0, "/project")
wanted = json.loads(found)  # type: ignore[name-defined] # noqa: F821
for name in wanted["modules"]:
    importlib.import_module(name)
for request in wanted["requests"]:
    importlib.import_module("calculators").respond(request)
origins = [str(module.__spec__.origin) for module in list(sys.modules.values()) if module.__spec__]
json.dumps([origin.removeprefix(PLACE) for origin in origins if origin.startswith(PLACE)])
