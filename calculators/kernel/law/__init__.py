"""Law that several calculators share: court fees, court mediation, and questions that mean the same everywhere."""
