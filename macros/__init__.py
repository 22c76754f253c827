"""Builds the site, the book and the release from `docs/` and `calculators/`."""
