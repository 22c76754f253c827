"""Many cases in one file: how it's read, and what comes back beside each row."""
