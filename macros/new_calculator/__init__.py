"""The command that creates a new calculator, and its templates."""
