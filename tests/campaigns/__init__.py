"""The campaigns that are shipped."""
