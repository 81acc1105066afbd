"""What an admin does in chat, on both databases."""
