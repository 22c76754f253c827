"""The surfaces an answer is drawn on: HTML, text, JSON, CSV, calendar files and charts."""
