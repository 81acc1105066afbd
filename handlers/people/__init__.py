"""The roster's people as an admin sees them: who is bound, who is not, and what is done about it."""
