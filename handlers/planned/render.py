"""What is said of a plan before and after its day, with the county as it stands when it is sent."""

from collections.abc import Mapping
from typing import Any

from campaign.planned import REMINDER, PlannedContact
from campaign.ports import Store
from digests.messages import OutMessage
from handlers.brief import texts as brief_texts
from handlers.brief.actions import brief
from handlers.planned import keyboards, texts


def render(store: Store, kind: str, payload: Mapping[str, Any]) -> OutMessage:
    """Return the message of an outbox row of `handlers.planned.KINDS`. Raise NotFound."""
    campaign_id = str(payload["campaign"])
    (planned,) = store.planned.some(campaign_id, [int(payload["planned"])])
    today = store.campaigns.plan(campaign_id).today(store.now)
    if kind != REMINDER:
        return OutMessage(texts.question(planned, today), keyboards.question_rows(planned))
    return OutMessage(_reminder(store, planned, int(payload["account"])), keyboards.reminder_rows(planned))


def _reminder(store: Store, planned: PlannedContact, account: int) -> str:
    head = texts.reminder(planned, store.campaigns.plan(planned.campaign_id).today(store.now))
    actor = store.people.actor(account, planned.campaign_id)
    if actor is None:
        return head
    return brief_texts.brief(brief(store, actor, planned.county_id), above=head)
