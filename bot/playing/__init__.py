"""A rehearsal as a whole: who plays, what is there when it begins, and the two processes that it runs in."""
