"""What every calculator offers, and the parts of every answer: headline, working, events, downloads."""
