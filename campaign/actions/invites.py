"""Invite a person of the roster, and bind the account that answers."""

from dataclasses import dataclass

from campaign.errors import AlreadyBound, Changed, CodeWrong, Ignored
from campaign.invites import LIFETIME, TRIES, Invite, hash_code
from campaign.people import Actor, Person
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Bound:
    """An account now bound: to whom, and whether it was before."""

    actor: Actor
    before: bool


def invite_person(store: Store, actor: Actor, name: str, code: str) -> Invite:
    """Store an invite for the person of that name, made by an admin; raise NotAllowed or NotFound."""
    may_administer(actor)
    return issue_invite(store, actor.campaign_id, store.people.person(actor.campaign_id, name), (), code)


def invite_member(store: Store, actor: Actor, person_id: int, mark: int, code: str) -> Invite:
    """Store an invite for a person as an admin saw him. Raise NotAllowed, NotFound, Changed."""
    may_administer(actor)
    member = store.members.get(actor.campaign_id, person_id)
    if member.mark != mark:
        raise Changed("invite")
    return issue_invite(store, actor.campaign_id, member.person, (), code)


def issue_invite(
    store: Store, campaign_id: str, person: Person, roles: tuple[Role, ...], code: str
) -> Invite:
    """Store an invite whose code the caller shows once; the command line makes the first admin's so.

    Earlier codes of the person end: whoever still has one cannot take the place of the person invited anew.
    """
    if known := store.invites.by_hash(hash_code(code)):
        return known
    expires = store.now + LIFETIME
    invite = Invite(hash_code(code), campaign_id, person.id, person.name, roles, store.now, expires)
    store.invites.void(campaign_id, person.id, store.now)
    store.invites.add(invite)
    store.audit.note(campaign_id, None, "invite.issue", person.name, {"expires": expires.isoformat()})
    return invite


def redeem_invite(store: Store, telegram_id: int, code: str) -> Bound:
    """Bind an account by its code, in each campaign to one person.

    Raise CodeWrong with the tries left, Ignored, AlreadyBound.
    """
    if (tries := store.invites.tries(telegram_id)).ignored(store.now) and tries.ignored_until:
        raise Ignored(tries.ignored_until)
    invite = store.invites.by_hash(hash_code(code))
    bound = store.people.actors(telegram_id)
    same = [actor for actor in bound if invite is None or actor.campaign_id == invite.campaign_id]
    if same:
        if invite and invite.person_id == same[0].person.id:
            return Bound(same[0], before=True)
        raise AlreadyBound(same[0].person.name)
    if invite is None or not invite.usable(store.now):
        raise CodeWrong(max(0, TRIES - tries.wrong - 1), expired=invite is not None)
    return _bind(store, telegram_id, invite)


def note_wrong_code(store: Store, telegram_id: int) -> None:
    """Count a wrong code; the fifth makes the account unheard for a day."""
    store.invites.note_tries(store.invites.tries(telegram_id).one_more(store.now))


def _bind(store: Store, telegram_id: int, invite: Invite) -> Bound:
    """Bind the account in place of those the person had: a telephone that was changed, or lost."""
    for old in store.members.unbind(invite.campaign_id, invite.person_id):
        facts = {"telegram_id": old, "by": telegram_id}
        store.audit.note(invite.campaign_id, invite.person_id, "account.replace", invite.person_name, facts)
    store.people.bind(telegram_id, invite.campaign_id, invite.person_id, invite.roles, store.now)
    store.invites.use(invite.code_hash, telegram_id, store.now)
    store.audit.note(invite.campaign_id, invite.person_id, "account.bind", invite.person_name, {})
    actor = store.people.actor(telegram_id, invite.campaign_id)
    if actor is None:
        raise LookupError(telegram_id)
    return Bound(actor, before=False)
