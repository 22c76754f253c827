"""Steps of a build. MkDocs calls `hooks.py`, which runs each step at its time."""
