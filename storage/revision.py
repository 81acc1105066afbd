"""The newest form of the database, known without the machinery that migrates: that is slow to import."""

NEWEST = "0022"
