"""The groups that know the bot: approved, stopped, and in which topic digests are posted."""
