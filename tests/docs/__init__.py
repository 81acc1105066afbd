"""What the documents say against what the program does."""
