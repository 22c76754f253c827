"""The PDFs: the whole guide as one book, and its worksheets."""
