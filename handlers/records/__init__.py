"""What was saved, looked up again: own records, a county's, practices, photos; withdrawn with a reason."""
