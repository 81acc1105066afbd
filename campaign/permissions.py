"""Who may do what: one table, and functions that return nothing or raise."""

from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType

from campaign.drafts import Draft
from campaign.duty_standing import Holder
from campaign.errors import NotAllowed
from campaign.people import Actor, Pairing
from campaign.tasks import Task
from campaign.vocabulary import Role


class Reach(IntEnum):
    """How far a permission goes; the farthest of a person's roles counts."""

    OWN = 1
    PAIRED = 2
    ALL = 3


class Action(StrEnum):
    """What somebody may be allowed to do; every command, button, question and file needs one of them."""

    HELP = "help"
    READ_FIGURES = "read_figures"
    READ_MINE = "read_mine"
    READ_RECORDS = "read_records"
    WRITE = "write"
    LOG = "log"
    CORRECT = "withdraw"
    RAISE = "raise"
    FOLLOW = "follow"
    LOG_DUTY = "log_duty"
    NOTE_TASK = "note_task"
    CHOOSE = "choose"
    EXPORT = "export"
    OWN_COUNTY = "own_county"
    AUDIT = "audit"
    ADMINISTER = "administer"


def _row(**reaches: Reach) -> Mapping[Role, Reach]:
    return MappingProxyType({Role(role): reach for role, reach in reaches.items()})


def _of(reach: Reach, *roles: Role) -> Mapping[Role, Reach]:
    return MappingProxyType(dict.fromkeys(roles, reach))


_EVERYBODY = tuple(Role)
_UNION = tuple(role for role in Role if role is not Role.COUNTY)
_READERS = tuple(role for role in _UNION if role is not Role.OBSERVER)
_PAIRED = (Role.LEADER, Role.DEPARTMENT, Role.CONTACT_PERSON)

TABLE: Mapping[Action, Mapping[Role, Reach]] = MappingProxyType(
    {
        Action.HELP: _of(Reach.ALL, *_EVERYBODY),
        Action.READ_FIGURES: _of(Reach.ALL, *_UNION),
        Action.READ_MINE: _of(Reach.OWN, Role.ADMIN, *_PAIRED),
        Action.READ_RECORDS: _of(Reach.ALL, *_READERS),
        Action.WRITE: _of(Reach.ALL, Role.ADMIN, Role.PROMOTION, *_PAIRED),
        Action.LOG: _of(Reach.ALL, Role.ADMIN, *_PAIRED),
        Action.CORRECT: _row(
            admin=Reach.ALL, leader=Reach.OWN, department=Reach.OWN, contact_person=Reach.OWN
        ),
        Action.RAISE: _of(Reach.ALL, Role.ADMIN, Role.PROMOTION, *_PAIRED),
        Action.FOLLOW: _row(
            admin=Reach.ALL,
            promotion=Reach.ALL,
            leader=Reach.PAIRED,
            department=Reach.PAIRED,
            contact_person=Reach.PAIRED,
        ),
        Action.LOG_DUTY: _row(
            admin=Reach.ALL,
            leader=Reach.PAIRED,
            department=Reach.PAIRED,
            contact_person=Reach.PAIRED,
        ),
        Action.NOTE_TASK: _row(
            admin=Reach.ALL,
            promotion=Reach.ALL,
            leader=Reach.OWN,
            department=Reach.OWN,
            contact_person=Reach.OWN,
        ),
        Action.CHOOSE: _of(Reach.ALL, Role.ADMIN, Role.PUBLICITY),
        Action.EXPORT: _row(
            admin=Reach.ALL,
            supervision=Reach.ALL,
            leader=Reach.PAIRED,
            department=Reach.PAIRED,
            contact_person=Reach.PAIRED,
        ),
        Action.OWN_COUNTY: _of(Reach.PAIRED, Role.COUNTY),
        Action.AUDIT: _of(Reach.ALL, Role.ADMIN, Role.SUPERVISION),
        Action.ADMINISTER: _of(Reach.ALL, Role.ADMIN),
    }
)


def reach(actor: Actor, action: Action) -> Reach | None:
    """Return how far somebody may do something; None for not at all."""
    row = TABLE[action]
    return max((row[role] for role in actor.roles if role in row), default=None)


def permit(actor: Actor, action: Action) -> Reach:
    """Return how far somebody may do something. Raise NotAllowed."""
    if (found := reach(actor, action)) is None:
        raise NotAllowed(action.value)
    return found


def may_log(actor: Actor) -> None:
    """Raise NotAllowed unless the person logs contacts in this campaign."""
    permit(actor, Action.LOG)


def may_save(actor: Actor, draft: Draft) -> None:
    """Raise NotAllowed unless the person may log what a card says, or raise the issues that it is about."""
    only_issues = draft.issues and not (draft.contacts or draft.practices)
    permit(actor, Action.RAISE if only_issues else Action.LOG)


def may_administer(actor: Actor) -> None:
    """Raise NotAllowed unless the person runs the campaign."""
    permit(actor, Action.ADMINISTER)


def may_export(actor: Actor, own: Collection[Pairing]) -> Reach:
    """Return how far somebody's workbook reaches. Raise NotAllowed, also for who has no counties: `own`."""
    found = permit(actor, Action.EXPORT)
    if found is not Reach.ALL and not own:
        raise NotAllowed(Action.EXPORT.value)
    return found


def may_follow(actor: Actor, author_id: int, county_id: int, own: Iterable[Pairing]) -> None:
    """Raise NotAllowed unless the person may carry on any issue, or this one.

    He raised it, or is paired with its county: `own` are his pairings.
    """
    paired = any(pairing.county.id == county_id for pairing in own)
    if permit(actor, Action.FOLLOW) is Reach.ALL or paired or author_id == actor.person.id:
        return
    raise NotAllowed(Action.FOLLOW.value)


def may_log_duty(actor: Actor, holder: Holder | None, own: Collection[Pairing]) -> None:
    """Raise NotAllowed unless the person may log a duty of that holder, or (None) of any.

    He is paired with the county, or with one of the city: `own` are his pairings. Or he owes it himself,
    or is the contact person of who owes it.
    """
    if permit(actor, Action.LOG_DUTY) is Reach.ALL or holder is None:
        return
    counties = {pairing.county.id for pairing in own}
    names = {actor.person.name, *(p.county.prefecture for p in own), *(p.liaison.name for p in own)}
    if holder.county_id not in counties and (holder.county_id or holder.name not in names):
        raise NotAllowed(Action.LOG_DUTY.value)


def leads_task(actor: Actor, task: Task, own: Iterable[Pairing]) -> bool:
    """Tell whether somebody belongs to a department that leads a task.

    He is the department, has its name in his title, or is its contact person: `own` are his pairings.
    """
    names = {actor.person.name, *(pairing.liaison.name for pairing in own)}
    departments = {name.partition("\uff08")[0] for name in names}
    return any(lead in departments or lead in actor.person.title for lead in task.lead)


def may_note_task(actor: Actor, task: Task, own: Iterable[Pairing]) -> None:
    """Raise NotAllowed unless the person may tell of any task, or belongs to one of its departments."""
    if permit(actor, Action.NOTE_TASK) is not Reach.ALL and not leads_task(actor, task, own):
        raise NotAllowed(Action.NOTE_TASK.value)


def may_correct(actor: Actor, author_id: int) -> bool:
    """Tell whether a record of that author may be corrected or withdrawn by somebody."""
    found = reach(actor, Action.CORRECT)
    return found is Reach.ALL or (found is not None and author_id == actor.person.id)
