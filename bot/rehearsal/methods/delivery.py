"""getUpdates and the webhook settings (a webhook can be set and read; nothing is delivered to it)."""

from bot.rehearsal import refusals
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
    """Remember a webhook address."""
    url = call.params["url"]
    if url and not url.startswith("https://"):
        raise refusals.bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    stage.pending.allow(call.get("allowed_updates"))
    return _webhook(stage, call, url)


def delete_webhook(stage: Stage, call: Call) -> bool:
    """Forget the webhook address."""
    return _webhook(stage, call, "")


def _webhook(stage: Stage, call: Call, url: str) -> bool:
    stage.store.keep("webhook", url)
    if call.get("drop_pending_updates"):
        stage.pending.drop()
    return True


def webhook_info(stage: Stage, _: Call) -> Json:
    """The webhook address and how many updates wait."""
    return {
        "url": stage.store.note("webhook", ""),
        "has_custom_certificate": False,
        "pending_update_count": stage.pending.count(),
    }
