"""What happens around a build; `hooks.py` tells when, and MkDocs calls it."""
