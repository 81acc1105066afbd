"""Standing duties: what is owed by whom, logged by buttons or by a message, and withdrawn."""
