"""What an admin does: invite people, and decide which groups are heard."""
