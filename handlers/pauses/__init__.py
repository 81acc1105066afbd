"""Counties of which nothing is asked for a while."""
