"""Where a command's words go: results to stdout, everything else to stderr."""

import sys


def say(line: str) -> None:
    """Write a line of the result."""
    sys.stdout.write(line + "\n")


def note(line: str) -> None:
    """Write a line beside the result."""
    sys.stderr.write(line + "\n")
