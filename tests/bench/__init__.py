"""How soon the first answer comes, beside plain Pyodide and hand-written JavaScript: `make bench`."""
