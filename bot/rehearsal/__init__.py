"""The rehearsal server: the part of the Bot API the bot uses, spoken on loopback, with a chat page beside it.

A process of its own. The bot runs against it over HTTP exactly as it runs against Telegram; only the address
of the API differs. It refuses what Telegram refuses, in Telegram's words, and keeps chats, files, ids and the
clock in a state directory, so that it goes on after a restart or a kill.
"""
