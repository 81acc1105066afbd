"""An admin pauses a county, for a reason, and lets it go on."""

from collections.abc import Mapping
from datetime import date

from campaign.days import Days
from campaign.pauses import Pause
from campaign.people import Actor, County
from campaign.permissions import may_administer
from campaign.ports import Store

LONGEST_REASON = 200


def pauses_now(store: Store, actor: Actor) -> tuple[Pause, ...]:
    """Return the pauses of this day. Raise NotAllowed."""
    may_administer(actor)
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    return tuple(pause for pause in store.pauses.since(actor.campaign_id, today) if today in pause.days)


def paused_now(store: Store, campaign_id: str) -> Mapping[int, str]:
    """Return the names of the counties of which nothing is asked on this day, by id."""
    today = store.campaigns.plan(campaign_id).today(store.now)
    return {
        one.county_id: one.county_name for one in store.pauses.since(campaign_id, today) if today in one.days
    }


def pause_county(store: Store, actor: Actor, county: County, reason: str) -> Pause:
    """Ask nothing of a county from this day on; one that is paused stays as it is. Raise NotAllowed."""
    if known := _of(pauses_now(store, actor), county):
        return known[0]
    days = Days(store.campaigns.plan(actor.campaign_id).today(store.now), date.max)
    said = reason.strip()[:LONGEST_REASON]
    pause_id = store.pauses.begin(actor.campaign_id, county.id, days, said)
    _note(store, actor, county, "pause", {"before": "asked", "after": "paused", "reason": said})
    return Pause(pause_id, county.id, county.name, days, said)


def resume_county(store: Store, actor: Actor, county: County) -> bool:
    """Ask a county again from this day on; return whether it was paused. Raise NotAllowed."""
    known = _of(pauses_now(store, actor), county)
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    for pause in known:
        store.pauses.end(pause.id, today)
    if known:
        _note(store, actor, county, "resume", {"before": "paused", "after": "asked"})
    return bool(known)


def _of(pauses: tuple[Pause, ...], county: County) -> list[Pause]:
    return [pause for pause in pauses if pause.county_id == county.id]


def _note(store: Store, actor: Actor, county: County, step: str, facts: dict[str, str]) -> None:
    told = {"title": county.name, **facts}
    store.audit.note(actor.campaign_id, actor.person.id, f"county.{step}", str(county.id), told)
