"""/brief: what to know of a county before one goes there."""
