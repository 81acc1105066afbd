"""The command line: one module a command, loaded when it is asked for; all words in `texts`."""
