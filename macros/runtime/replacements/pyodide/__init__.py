"""In the place of the `pyodide` package: nothing here calls JavaScript."""
