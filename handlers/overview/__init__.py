"""What people ask: their counties, the campaign's state, who has not been contacted, help."""
