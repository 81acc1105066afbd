"""A message becomes a card, and a card becomes a record."""
