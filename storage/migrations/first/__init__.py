"""The tables of the first revision, by subject; never edited, for later forms are later revisions."""
