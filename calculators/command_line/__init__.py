"""Parts that only the command line uses: reading files, answering on several cores, and schemas for programs."""
