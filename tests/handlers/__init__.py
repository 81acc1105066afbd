"""Conversations, played with the real bot over HTTP; and the pure parts by tables."""
