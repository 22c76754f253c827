"""The forms in which an answer is shown: HTML, text, JSON, CSV, calendar files and charts."""
