"""The dated reference data: which figure is in force on a date, and which days are working days."""
