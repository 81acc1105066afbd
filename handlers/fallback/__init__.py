"""What nobody else took, and what went wrong: everybody gets a sentence and a way on."""
