"""Telegram in and out: one folder a conversation, with the same file names in each."""
