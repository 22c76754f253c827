"""The plain values of the field: money, dates, questions with their bounds, and reading what a person typed."""
