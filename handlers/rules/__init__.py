"""A file with the campaign's rules: shown as what it would change, taken with one tap."""
