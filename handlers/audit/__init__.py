"""The trail of changes, for those who may read it."""
