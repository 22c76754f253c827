"""Brings all catalogues up to date: `python -m macros.translations`. With a code such as `cy`, begins that one too."""

import sys

from macros import translations

for language in sys.argv[1:]:
    translations.begin(language)
for path in translations.bring_up_to_date():
    sys.stdout.write(f"{path}\n")
