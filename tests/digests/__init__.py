"""Digests: golden texts, pictures by their ink, and the demo's figures counted by hand."""
