"""Letters and agreements: their paragraphs, and what all drafts have in common."""
