"""Measures the time to the first answer, compared with plain Pyodide and hand-written JavaScript: `make bench`."""
