"""Roles: who is what, given and taken back; and what each may do, as a table for the documents."""
