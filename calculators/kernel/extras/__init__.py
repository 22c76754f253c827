"""Modules loaded only when they are needed: text to copy, sensitivity, workbooks, translation and reading files."""
