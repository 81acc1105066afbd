"""Where a figure comes from: the records behind it, how far everybody is, what is missing at the end."""
