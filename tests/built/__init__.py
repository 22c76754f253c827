"""Tests of the built site: its pages, its scripts, its PDFs, its runtime and its offline copy."""
