"""The macros that a page may use between double braces. `define_env.py` lists them all."""
