"""`python -m macros.translations` lists the messages anew, and brings each catalogue up to date with the list."""

import sys

from macros.translations import FOLDER, files

for name, content in files().items():
    (FOLDER / name).write_bytes(content)
    sys.stdout.write(f"{name}\n")
