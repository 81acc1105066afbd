"""getUpdates and the webhook settings; `bot.rehearsal.hooking` delivers to a webhook on this machine."""

from bot.rehearsal import refusals
from bot.rehearsal.hooking import is_near
from bot.rehearsal.incoming import Call
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

_LONGEST_POLL = 50


async def get_updates(stage: Stage, call: Call) -> list[Json]:
    """The waiting updates, after acknowledging those below `offset`."""
    if stage.store.note("webhook", ""):
        raise refusals.webhook_is_set()
    limit = call.get("limit", 100)
    seconds = min(call.get("timeout", 0), _LONGEST_POLL)
    with stage.store.changing():
        stage.pending.allow(call.get("allowed_updates"))
        stage.pending.acknowledge(call.get("offset"))
    stage.pending.seen_polling(stage.real_now())
    try:
        return await stage.pending.poll(max(1, min(limit, 100)), seconds)
    finally:
        stage.pending.seen_polling(stage.real_now())


def set_webhook(stage: Stage, call: Call) -> bool:
    """Remember a webhook address; plain HTTP only on this machine, as an own Bot API server has it."""
    url = call.params["url"]
    if url and not url.startswith("https://") and not (url.startswith("http://") and is_near(url)):
        raise refusals.bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    stage.pending.allow(call.get("allowed_updates"))
    return _webhook(stage, call, url)


def delete_webhook(stage: Stage, call: Call) -> bool:
    """Forget the webhook address."""
    return _webhook(stage, call, "")


def _webhook(stage: Stage, call: Call, url: str) -> bool:
    stage.store.keep("webhook", url)
    stage.store.keep("webhook_secret", call.get("secret_token", ""))
    stage.store.keep("webhook_error", {})
    stage.events.tell("webhook")
    if call.get("drop_pending_updates"):
        stage.pending.drop()
    return True


def webhook_info(stage: Stage, _: Call) -> Json:
    """The webhook address and how many updates wait."""
    stage.pending.seen_polling(stage.real_now())
    error = stage.store.note("webhook_error") or {}
    return {
        "url": stage.store.note("webhook", ""),
        "has_custom_certificate": False,
        "pending_update_count": stage.pending.count(),
    } | {f"last_error_{name}": value for name, value in error.items()}
