"""The list behind each figure of a digest, as it was known at its moment."""
