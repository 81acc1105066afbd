"""The form of a campaign's rules for editors: a JSON Schema with Chinese descriptions."""
