"""What several tiers of unions have done together for the same counties."""
