"""Measures how soon the first answer comes, compared with plain Pyodide and hand-written JavaScript: `make bench`."""
