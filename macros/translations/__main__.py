"""`python -m macros.translations cy` begins a catalogue of Welsh; without a code, all are brought up to date."""

import sys

from macros import translations

for language in sys.argv[1:]:
    translations.begin(language)
for path in translations.bring_up_to_date():
    sys.stdout.write(f"{path}\n")
