"""Runs as Python starts in the browser: what is loaded then stays, so looking for garbage only costs time.

It is looked for again once the calculators are there.
"""

import gc

gc.disable()
