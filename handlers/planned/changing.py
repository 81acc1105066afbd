"""Words that move one of a person's plans, or call it off: which one they mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaign.actions.planned import leave, offer
from campaign.people import Actor
from campaign.planned import Offer, PlannedContact
from campaign.ports import Store
from handlers.desk import Desk
from handlers.report.reading import Said
from understanding import Planned


@dataclass(frozen=True, slots=True)
class Change:
    """What words say of plans that are noted: the plans as they are now, or as they are to be."""

    plans: Sequence[PlannedContact]


def called_off(store: Store, actor: Actor, read: Planned) -> Change | None:
    """Give up the plans that words call off: those of the counties or days named, else the only one.

    None is given up by words that may mean something else: meetings are called off too.
    """
    known = store.planned.open_of(actor.campaign_id, actor.person.id)
    found = _meant(known, read)
    if read.doubtful or not found or (len(found) > 1 and not read.visits):
        return None
    return Change(leave(store, actor, [planned.id for planned in found]))


def moved(store: Store, actor: Actor, desk: Desk, said: Said, read: Planned) -> Change | None:
    """Offer the new day of the plan that words without a county mean: that of the day named first."""
    known = store.planned.open_of(actor.campaign_id, actor.person.id)
    if not (read.moved and read.days) or read.visits:
        return None
    meant = [planned for planned in known if planned.day in read.days[:-1]]
    if len(read.days) == 1 and len(known) == 1:
        meant = list(known)
    if len(meant) != 1:
        return None
    (former,) = meant
    wanted = Offer(former.county_id, read.days[-1], read.channel or former.channel, former.id)
    return Change(offer(store, actor, desk.update_key, said.message_id, [wanted]))


def _meant(known: Sequence[PlannedContact], read: Planned) -> list[PlannedContact]:
    counties = {int(key) for key, _ in read.visits}
    of_county = [planned for planned in known if not counties or planned.county_id in counties]
    if read.days:  # another day than the one named stays, also when the same words are handled again
        return [planned for planned in of_county if planned.day in read.days]
    return of_county if counties or len(known) == 1 else []
