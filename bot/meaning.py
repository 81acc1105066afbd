"""What the errors of python-telegram-bot mean for a message."""

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.outcomes import TOO_MANY, Later, Moved, Outcome, Refused, TopicGone
from bot.rate_limiter import seconds

# Telegram's words for a chat in which nothing will arrive any more.
_GONE = (
    "chat not found",
    "user is deactivated",
    "group chat was deactivated",
    "not enough rights to send text",
    "have no rights to send",
    "chat_write_forbidden",
    "chat_restricted",
    "need administrator rights",
)
_TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_closed")
# For a picture or a file that a chat does not take, or that Telegram cannot read.
_NO_PICTURE = (
    "not enough rights to send photos",
    "not enough rights to send documents",
    "not enough rights to send media",
    "chat_send_photos_forbidden",
    "chat_send_docs_forbidden",
    "chat_send_media_forbidden",
    "photo_invalid_dimensions",
    "image_process_failed",
    "photo_save_file_invalid",
    "too big for a photo",
    "wrong file",
)
_TOO_LARGE = "too large"
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# A revoked token is mended by a person, not by trying.
_TOKEN_PAUSE = 300.0


def picture_refused(error: TelegramError) -> bool:
    """Whether a picture, or the file it was sent as, is refused while words may still arrive."""
    words = error.message.lower()
    return (isinstance(error, BadRequest) and any(said in words for said in _NO_PICTURE)) or (
        isinstance(error, NetworkError) and _TOO_LARGE in words
    )


def outcome_of(error: TelegramError) -> Outcome:
    """Say what an error means for the message."""
    words = error.message.lower()
    match error:
        case ChatMigrated():
            outcome: Outcome = Moved(error.new_chat_id)
        case RetryAfter():
            outcome = Later(TOO_MANY, seconds(error))
        case Forbidden():
            outcome = Refused("forbidden", gone=True)
        case BadRequest() if any(word in words for word in _TOPIC_GONE):
            outcome = TopicGone()
        case BadRequest():
            outcome = Refused("bad_request", gone=any(word in words for word in _GONE))
        case InvalidToken():
            outcome = Later("token", _TOKEN_PAUSE)
        case _ if _TOO_LARGE in words:
            outcome = Refused("too_large", gone=False)
        case _:
            outcome = Later(type(error).__name__, unsure=_unsure(error))
    return outcome


def _unsure(error: TelegramError) -> bool:
    """Whether the message may have arrived: no answer, or none from Telegram itself."""
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError):
        return not isinstance(cause, _NEVER_LEFT)
    return cause is not None or isinstance(error, TimedOut) or type(error) is TelegramError
