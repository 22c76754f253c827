"""A release to host yourself: the site, the calculators as a wheel, hosting files, licences and a bill of materials."""
