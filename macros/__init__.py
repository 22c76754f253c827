"""What makes the site, the book and the release out of `docs/` and `calculators/`."""
