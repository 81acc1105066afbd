"""Binding an account to a person of the roster, and greeting."""
