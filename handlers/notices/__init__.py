"""What the bot owes to somebody because of what others did, as messages: pure."""

from handlers.notices.render import KINDS, render

__all__ = ["KINDS", "render"]
