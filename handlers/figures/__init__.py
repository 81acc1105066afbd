"""The figures of a digest that was posted: each opens the list behind it, in private."""
