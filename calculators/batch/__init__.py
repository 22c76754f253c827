"""Answers many cases in one file: reads it, and adds an answer or problems to each row."""
