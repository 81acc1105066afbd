"""Who may have what as a workbook; that it was handed out; and what is in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from campaign.actions.duties import duties_at, own_holders
from campaign.actions.tasks import task_list
from campaign.actions.views import windows_now
from campaign.duty_standing import DutyStanding
from campaign.ledger import every
from campaign.people import Actor
from campaign.permissions import Reach, may_export
from campaign.ports import Store
from digests.ledger import sheets, texts, work
from digests.ledger.table import Sheet
from handlers.desk import Desk


@dataclass(frozen=True, slots=True)
class Export:
    """A workbook to be made: of one person's counties, or of all (None)."""

    campaign_id: str
    person_id: int | None
    today: date
    file_name: str


def begin(store: Store, actor: Actor, desk: Desk) -> Export:
    """Note that somebody takes a workbook. Raise NotAllowed for who has no counties and runs nothing."""
    own = store.people.pairings(actor.campaign_id, actor.person.id)
    whole = may_export(actor, own) is Reach.ALL
    if not desk.repeated:
        counties = "all" if whole else len({pairing.county.id for pairing in own})
        name, facts = actor.person.name, {"counties": counties}
        store.audit.note(actor.campaign_id, actor.person.id, "ledger.export", name, facts)
    plan = store.campaigns.plan(actor.campaign_id)
    today = plan.today(store.now)
    person_id = None if whole else actor.person.id
    return Export(actor.campaign_id, person_id, today, texts.file_name(today, demo=plan.definition.demo))


def made(store: Store, actor: Actor, export: Export) -> bytes:
    """Return the workbook. Takes seconds where there are many records."""
    from digests.ledger.workbook import workbook  # noqa: PLC0415 - few ask for one, and it is dear

    campaign_id, person_id, ledger = export.campaign_id, export.person_id, store.ledger
    plan = store.campaigns.plan(campaign_id)
    zone, categories = plan.definition.tz, plan.filing.categories.names
    windows = windows_now(store, campaign_id)
    counties = store.counts.by_county(campaign_id, windows, person_id, uncovered=True)
    return workbook(
        (
            sheets.contacts(every(partial(ledger.contacts, campaign_id, person_id)), zone),
            sheets.issues(every(partial(ledger.issues, campaign_id, person_id)), export.today, categories),
            sheets.practices(every(partial(ledger.practices, campaign_id, person_id))),
            sheets.uncovered(counties),
            *_work(store, actor, whole=person_id is None),
        )
    )


def _work(store: Store, actor: Actor, *, whole: bool) -> Iterator[Sheet]:
    """Yield the sheets of duties (one's own, or all) and of tasks, where the rules have any."""
    if standings := duties_at(store, actor.campaign_id):
        yield work.duties(standings, None if whole else _own(store, actor, standings))
    if listed := task_list(store, actor):
        yield work.tasks(listed, store.campaigns.plan(actor.campaign_id).definition.tz)


def _own(store: Store, actor: Actor, standings: Iterable[DutyStanding]) -> set[work.Held]:
    rules = [one.rule for one in standings]
    return {(rule.id, holder.key) for rule in rules for holder in own_holders(store, actor, rule)}
