"""What is loaded only when a reader asks for it: text to copy, sensitivity, and reading spreadsheets."""
