"""Brings all catalogues up to date: `python -m macros.translations`. With a code such as `cy`, begins that one too."""

import sys

from macros.translations import catalogues

for language in sys.argv[1:]:
    catalogues.begin(language)
for path in catalogues.bring_up_to_date():
    sys.stdout.write(f"{path}\n")
