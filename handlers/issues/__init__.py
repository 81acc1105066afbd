"""Issues from the first line to the last: listed, added, carried on, closed and opened again."""
