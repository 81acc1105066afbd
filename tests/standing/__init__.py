"""How everybody stands, against a reference that shares nothing with the program."""
