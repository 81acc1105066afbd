"""What people are reminded of, and what they answer to it; and who is to be telephoned."""

from handlers.reminders.render import KINDS, render

__all__ = ["KINDS", "render"]
