"""Money, dates, questions with their bounds, and reading what a person typed."""
