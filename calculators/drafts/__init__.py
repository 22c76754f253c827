"""Drafts of letters and agreements, built as the calculators are: what they ask, what they tell, and nothing else."""
