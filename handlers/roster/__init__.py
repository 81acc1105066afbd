"""The table of pairings, sent to the bot as a file: looked at first, taken with one tap."""
