"""Which campaign is meant by what somebody did who takes part in several."""

from collections.abc import Sequence

from bot.readers import Readers
from campaign.people import Actor
from handlers.callbacks import CALLBACKS
from handlers.campaigns.hints import Hint
from handlers.overview.actions import matching
from storage import Unit

_ROWS = ("county", "person", "reminder", "planned", "digest", "digest_draft")
_KINDS = {kind.__prefix__: kind for kind in CALLBACKS}


def meant(unit: Unit, readers: Readers, bound: Sequence[Actor], hint: Hint) -> str | None:
    """Return the campaign's id; None when it could be any of them.

    A group's, that of what a button opens, that of the message below which it stands, the only one in which
    a county that is named lies, else the one that was chosen last.
    """
    if hint.group is not None:
        group = unit.groups.get(hint.group)
        return group.campaign_id if group else None
    telegram_id = bound[0].telegram_id
    if found := _opened(unit, hint.pressed):
        return found
    if hint.shown is not None:
        sent = unit.outbox.reminded_in(telegram_id, hint.shown)
        found = unit.people.campaign_of("reminder", sent) if sent else None
        return found or unit.people.campaign_at(telegram_id, hint.shown) or bound[0].campaign_id
    if not hint.begun and hint.words and (found := _only(unit, readers, bound, hint)):
        return found
    return unit.people.campaign_at(telegram_id, None)


def _opened(unit: Unit, data: str) -> str | None:
    """Return the campaign of what a button is about, by the ids in its data."""
    kind = _KINDS.get(data.partition(":")[0])
    if kind is None:
        return None
    try:
        values = kind.unpack(data).model_dump()
    except (ValueError, TypeError):
        return None
    if "campaign" in values:
        return str(values["campaign"])
    if isinstance(values.get("draft"), int):  # a digest's
        values["digest_draft"] = values.pop("draft")
    if draft := values.get("draft") and unit.drafts.get(str(values["draft"])):
        return draft.campaign_id
    if values.get("chat") and (group := unit.groups.get(int(values["chat"]))):
        return group.campaign_id
    if plans := values.get("plans"):
        values["planned"] = str(plans).partition(".")[0]
    rows = ((name, values[name]) for name in _ROWS if values.get(name))
    return next((found for name, row in rows if (found := unit.people.campaign_of(name, int(row)))), None)


def _only(unit: Unit, readers: Readers, bound: Sequence[Actor], hint: Hint) -> str | None:
    naming = [actor.campaign_id for actor in bound if _names_county(unit, readers, actor.campaign_id, hint)]
    return naming[0] if len(naming) == 1 else None


def _names_county(unit: Unit, readers: Readers, campaign_id: str, hint: Hint) -> bool:
    if readers.reader(unit, campaign_id).named(hint.words):
        return True
    word = hint.words.split(maxsplit=1)[0] if hint.command and hint.words.strip() else ""
    return bool(word) and bool(matching(unit.people.counties(campaign_id), word))
