"""The sentences about files that cannot be used; the command line and the chat share them."""
