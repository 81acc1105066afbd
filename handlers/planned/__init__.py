"""Plans: offered when somebody writes of one, reminded of, and turned into a card by one tap."""

from campaign.planned import QUESTION, REMINDER

__all__ = ["KINDS"]

KINDS = (REMINDER, QUESTION)
"""The outbox' words for what `handlers.planned.render` makes."""
