"""What people can do: each action takes the unit of work and plain values, and returns what a screen needs.

Every action may be run twice with the same input: the second run changes nothing and shows the present state.
"""
