"""Replaces asyncio, which takes a fifth of a second to load and isn't used here."""
