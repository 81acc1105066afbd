"""Telegram in and out: one folder a conversation, with the same file names in each."""

from handlers.menu import set_commands
from handlers.routes import build_router, setup_dialogs

__all__ = ["build_router", "set_commands", "setup_dialogs"]
