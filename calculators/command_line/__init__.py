"""What only the command line does: read files as they come, use every core, write what a program reads."""
