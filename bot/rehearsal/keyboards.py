"""Reply markup: what Telegram accepts as an inline keyboard."""

from bot.rehearsal import refusals
from bot.rehearsal.store import Json

_ACTIONS = {"url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text",
            "switch_inline_query_current_chat", "switch_inline_query_chosen_chat"}  # fmt: skip
_MOST_BUTTONS = 100
_URLS = ("http://", "https://", "tg://")


def inline(markup: Json | None) -> Json:
    """`reply_markup` of a Message from a reply_markup parameter; empty when it holds no inline keyboard.

    Raises:
        RefusedError: a button that Telegram refuses.
    """
    if not markup or "inline_keyboard" not in markup:
        return {}
    rows = [row for row in markup["inline_keyboard"] if row]
    if sum(len(row) for row in rows) > _MOST_BUTTONS:
        raise refusals.bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check(button)
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _check(button: Json) -> None:
    if not button["text"].strip():
        raise refusals.bad_request("inline keyboard button text must be non-empty")
    if len(_ACTIONS & button.keys()) != 1:
        raise refusals.bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= refusals.BUTTON_BYTES:
        raise refusals.bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not button["url"].lower().startswith(_URLS):
        raise refusals.bad_request(
            f"inline keyboard button URL '{button['url']}' is invalid: Unsupported URL protocol"
        )


def below(markup: Json | None) -> Json | None:
    """The keyboard that replaces the user's own (custom keyboard, removal, forced reply), if one was sent."""
    return markup if markup and "inline_keyboard" not in markup else None


def has_button(message: Json, data: str) -> bool:
    """Whether a message's inline keyboard has a button with this callback data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return any(button.get("callback_data") == data for row in rows for button in row)
