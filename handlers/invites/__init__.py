"""Invites for everybody who is not bound: one list to hand on, and a sheet to print."""
