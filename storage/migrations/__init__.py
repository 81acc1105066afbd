"""How the database came to its present form, a revision a file."""
