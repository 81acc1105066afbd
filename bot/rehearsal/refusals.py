"""Telegram's refusals, word for word: a function or constant each, so that each can be found and tested."""

from math import ceil

from bot.rehearsal.errors import RefusedError

MESSAGE_LENGTH = 4096
CAPTION_LENGTH = 1024
BUTTON_BYTES = 64
CALLBACK_TEXT_LENGTH = 200
QUERY_SECONDS = 15 * 60
PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024


def bad_request(what: str) -> RefusedError:
    """A 400 with Telegram's usual prefix."""
    return RefusedError(400, f"Bad Request: {what}")


def forbidden(what: str) -> RefusedError:
    """A 403 with Telegram's usual prefix."""
    return RefusedError(403, f"Forbidden: {what}")


def unauthorized() -> RefusedError:
    """The token is not the bot's."""
    return RefusedError(401, "Unauthorized")


def unknown_method() -> RefusedError:
    """No such method."""
    return RefusedError(404, "Not Found")


def two_pollers() -> RefusedError:
    """A second getUpdates came while one was waiting: the first is told."""
    return RefusedError(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )


def webhook_is_set() -> RefusedError:
    """Polling while a webhook is set."""
    return RefusedError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )


def flood(seconds: float) -> RefusedError:
    """Too many messages; `seconds` until the next may go, sent rounded up."""
    wait = max(1, ceil(seconds))
    return RefusedError(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})


def migrated(chat_id: int) -> RefusedError:
    """The group became a supergroup with another id."""
    return RefusedError(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": chat_id},
    )


def cannot_parse(why: str) -> RefusedError:
    """The text's markup is wrong."""
    return bad_request(f"can't parse entities: {why}")


def text_empty() -> RefusedError:
    """Nothing is left of the text."""
    return bad_request("message text is empty")


def text_too_long() -> RefusedError:
    """More than 4096 characters after parsing."""
    return bad_request("message is too long")


def caption_too_long() -> RefusedError:
    """More than 1024 characters after parsing."""
    return bad_request("message caption is too long")


def not_modified() -> RefusedError:
    """An edit that changes nothing."""
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )


def query_too_old() -> RefusedError:
    """A callback query answered too late, twice, or never asked."""
    return bad_request("query is too old and response timeout expired or query ID is invalid")


def photo_too_big(size: int) -> RefusedError:
    """A photo above 10 MB."""
    return bad_request(
        f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_BYTES} bytes"
    )


def entity_too_large() -> RefusedError:
    """An upload above 50 MB."""
    return RefusedError(413, "Request Entity Too Large")
