"""answerCallbackQuery."""

from bot.rehearsal import refusals
from bot.rehearsal.incoming import Call
from bot.rehearsal.stage import Stage


def answer_callback(stage: Stage, call: Call) -> bool:
    """End the wait on a pressed button: with nothing, a passing line, an alert, or a link to the bot.

    A link opens the private chat, with its start button; here it is shown as a line.
    """
    callback_id = call.params["callback_query_id"]
    row = stage.store.row("select * from press where callback_id = ?", callback_id)
    if row is None or row["answered"] or stage.real_now() - row["at"] > refusals.QUERY_SECONDS:
        raise refusals.query_too_old()
    text, url = call.params.get("text", ""), call.params.get("url", "")
    if url and not url.startswith(f"https://t.me/{stage.cast.me()['username']}?start="):
        raise refusals.bad_request("URL_INVALID")
    if len(text) > refusals.CALLBACK_TEXT_LENGTH:
        raise refusals.bad_request("MESSAGE_TOO_LONG")
    stage.store.run("update press set answered = 1 where callback_id = ?", callback_id)
    stage.events.tell(
        "answered",
        callback_id=callback_id,
        chat=row["chat_id"],
        person=row["person_id"],
        message_id=row["message_id"],
        text=text or url,
        alert=bool(call.params.get("show_alert")),
    )
    return True
