"""Photos, documents, voices and places: which card or record they belong to, and how they are sent back."""
