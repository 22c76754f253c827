"""The headings of an answer, the same on every surface."""

ALL_FIGURES = "All the figures"
WORKING = "How it’s worked out"
ELSE = "What else to know"
CAUTIONS = "What to watch out for"
NEXT_STEPS = "What to do next"
SOURCES = "Where the figures come from"
