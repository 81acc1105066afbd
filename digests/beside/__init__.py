"""What a digest says beside coverage and quota: issues, duties, milestones, cities, other tiers."""
