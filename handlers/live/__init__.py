"""A digest at any moment, marked as such: nothing is claimed, frozen or owed."""
