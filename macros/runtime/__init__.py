"""The runtime that a browser loads to run the calculators: a smaller Pyodide, and compiled modules in bundles."""
