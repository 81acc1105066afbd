"""What the work is: definition, roster, quotas, windows, standing, and the actions that change it.

Pure: the standard library and pydantic; no chat, no SQL, no clock of its own.
"""
