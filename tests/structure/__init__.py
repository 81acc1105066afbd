"""Rules that hold for every file, whatever it does."""
