"""Cards of standing duties, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from campaign.actions.duties import duties_at, own_holders, rule_of
from campaign.actions.duty_cards import card_of, drop_duty, fill_card, log_duty, open_card, withdraw_duty
from campaign.days import Days
from campaign.drafts import check_day
from campaign.duties import DutyRule
from campaign.duty_records import DutyNote, DutyRecord
from campaign.duty_standing import DutyStand, DutyStanding, Holder
from campaign.errors import DayInFuture, DayOutsideCampaign, DraftGone, Incomplete, NotAllowed
from campaign.people import Actor
from campaign.permissions import may_correct
from campaign.ports import Store
from handlers.duties.actions import holder_marked, latest_days, marked
from handlers.duty_callbacks import EndDuty, FillDuty, PickDutyDay

MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class DutyCard:
    """The lines of a card as they are shown.

    choices: holders to choose from while that is asked. refused: why its day cannot be. before: what stands
    already of the same duty, holder and day. stands: how the holders stand once it is saved.
    """

    rule: DutyRule
    lines: tuple[DutyRecord, ...]
    today: date
    span: Days
    choices: tuple[Holder, ...] = ()
    refused: DayInFuture | DayOutsideCampaign | None = None
    before: tuple[Holder, ...] = ()
    stands: tuple[tuple[DutyStanding, DutyStand], ...] = ()
    changeable: bool = False

    @property
    def first(self) -> DutyRecord:
        """Any of its lines goes by this one."""
        return self.lines[0]

    @property
    def asks_holder(self) -> bool:
        """Whether it is not known whose duty it was."""
        return self.first.note.holder is None

    @property
    def asks_day(self) -> bool:
        """Whether no day is known that can be."""
        return self.first.note.day is None or self.refused is not None

    @property
    def days(self) -> tuple[date, ...]:
        """The latest days, to choose from."""
        return latest_days(self.today, self.span)


def picked(store: Store, actor: Actor, choice: PickDutyDay, card: str, chat_id: int) -> DutyCard:
    """Make a card of what was picked by buttons. Raise NotFound, NotAllowed."""
    rule = marked(store.campaigns.plan(actor.campaign_id), choice.duty)
    holder = holder_marked(store, actor, rule, choice.holder)
    note = DutyNote(card, rule.id, holder, date.fromisoformat(choice.day), chat_id=chat_id)
    return card_shown(store, actor, open_card(store, actor, [note]))


def fill(store: Store, actor: Actor, choice: FillDuty) -> DutyCard:
    """Fill in what a card asked for. Raise NotFound, NotAllowed."""
    lines = card_of(store, actor, choice.record)
    rule = rule_of(store.campaigns.plan(actor.campaign_id), lines[0].note.duty)
    if choice.holder:
        holder = holder_marked(store, actor, rule, choice.holder)
        return card_shown(store, actor, fill_card(store, actor, choice.record, holder=holder))
    day = date.fromisoformat(choice.day)
    return card_shown(store, actor, fill_card(store, actor, choice.record, day=day))


def save(store: Store, actor: Actor, record: int) -> DutyCard:
    """Save a card; where that cannot be, its state says why. Raise NotFound, NotAllowed."""
    try:
        return card_shown(store, actor, log_duty(store, actor, record))
    except (Incomplete, DayInFuture, DayOutsideCampaign, DraftGone):
        return card_shown(store, actor, card_of(store, actor, record))


def drop(store: Store, actor: Actor, record: int) -> DutyCard:
    """Give a card up. Raise NotFound."""
    return card_shown(store, actor, drop_duty(store, actor, record))


def line(store: Store, actor: Actor, record: int) -> DutyCard:
    """Return one line of a card, whoever logged it. Raise NotFound."""
    return card_shown(store, actor, [store.duties.get(actor.campaign_id, record)])


def may_end(store: Store, actor: Actor, record: int) -> DutyCard:
    """Return the line that is to be withdrawn. Raise NotFound, NotAllowed."""
    found = line(store, actor, record)
    if not found.changeable:
        raise NotAllowed("withdraw")
    return found


def end(store: Store, actor: Actor, choice: EndDuty, reason: str) -> DutyCard:
    """Withdraw a saved line. Raise NotFound, NotAllowed."""
    return card_shown(store, actor, [withdraw_duty(store, actor, choice.record, reason)])


def card_shown(store: Store, actor: Actor, lines: Sequence[DutyRecord]) -> DutyCard:
    """Return a card with all that its screen says. Raise NotFound, where the rules have no such duty."""
    plan, first = store.campaigns.plan(actor.campaign_id), lines[0]
    rule, today, span = rule_of(plan, first.note.duty), plan.today(store.now), plan.definition.span
    asks = first.is_open and first.note.holder is None
    choices = own_holders(store, actor, rule)[:MOST_CHOICES] if asks else ()
    return DutyCard(
        rule,
        tuple(lines),
        today,
        span,
        choices,
        _refusal(first, today, span),
        _before(store, actor, lines) if first.is_open else (),
        () if first.is_open else _stands(store, actor, rule, lines),
        may_correct(actor, first.author_id),
    )


def _refusal(line: DutyRecord, today: date, span: Days) -> DayInFuture | DayOutsideCampaign | None:
    if line.note.day is None or not line.is_open:
        return None
    try:
        check_day(line.note.day, today, span)
    except (DayInFuture, DayOutsideCampaign) as refusal:
        return refusal
    return None


def _before(store: Store, actor: Actor, lines: Sequence[DutyRecord]) -> tuple[Holder, ...]:
    whose = [line.note for line in lines if line.note.holder]
    known = {(one.duty, one.key, one.day) for one in store.duties.done(actor.campaign_id)} if whose else set()
    found = (note.holder for note in whose if note.holder and (note.duty, note.holder.key, note.day) in known)
    return tuple(dict.fromkeys(found))


def _stands(
    store: Store, actor: Actor, rule: DutyRule, lines: Sequence[DutyRecord]
) -> tuple[tuple[DutyStanding, DutyStand], ...]:
    one = next(one for one in duties_at(store, actor.campaign_id) if one.rule.id == rule.id)
    keys = {line.note.holder.key for line in lines if line.note.holder}
    return tuple((one, stand) for stand in one.stands if stand.holder.key in keys)
