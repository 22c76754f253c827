"""What a page may ask for between double braces; `define_env.py` lists every macro."""
