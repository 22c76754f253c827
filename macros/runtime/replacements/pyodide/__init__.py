"""Replaces the `pyodide` package, as nothing here calls JavaScript."""
