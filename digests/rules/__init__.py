"""What a campaign's rules come to, and what another form of them would change, as plain lines."""
