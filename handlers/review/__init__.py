"""Digests before they go out: read, edited, approved."""

from handlers.review.render import draft_picture, draft_text, sent

__all__ = ["draft_picture", "draft_text", "sent"]
