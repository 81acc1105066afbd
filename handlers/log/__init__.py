"""The guided form: one question after the other, or any field of a card."""
