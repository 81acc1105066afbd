"""What `--help` says, and what is said about words that the command line does not understand."""
