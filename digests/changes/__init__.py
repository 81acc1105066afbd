"""What another form of a campaign's rules would change, as plain lines."""
