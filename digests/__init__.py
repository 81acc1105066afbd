"""What is reported: facts, then a report as data, then chat text and picture. Pure."""

from digests.chat_text import digest_texts, status_text
from digests.facts import DigestFacts
from digests.gathering import compose, gather

__all__ = ["DigestFacts", "compose", "digest_texts", "gather", "status_text"]
