"""The runtime that a browser loads to run the calculators: a smaller Pyodide and an archive of compiled modules."""
