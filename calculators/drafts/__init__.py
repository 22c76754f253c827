"""Drafts of letters and agreements, built like the calculators: each asks questions and returns a result."""
