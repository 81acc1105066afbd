"""Who is bound, changed by an admin: accounts taken away, codes ended."""

from campaign.actions.several import of_several
from campaign.errors import Changed, NotAllowed
from campaign.members import Member
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.quiet import after_quiet


def unbind_member(store: Store, actor: Actor, person_id: int, mark: int) -> Member:
    """Take a person's accounts from him and owe each a notice; nobody unbinds himself.

    `mark` is that of the member as the admin saw him. Raise NotAllowed, NotFound, Changed.
    """
    member = _as_seen(store, actor, person_id, mark)
    if person_id == actor.person.id:
        raise NotAllowed("oneself")
    for telegram_id in store.members.unbind(actor.campaign_id, person_id):
        facts = {"telegram_id": telegram_id}
        store.audit.note(actor.campaign_id, actor.person.id, "account.unbind", member.person.name, facts)
        tell_person(store, actor.campaign_id, telegram_id, "account_unbound", str(mark))
    return store.members.get(actor.campaign_id, person_id)


def revoke_invite(store: Store, actor: Actor, person_id: int, mark: int) -> Member:
    """End a person's open codes. Raise NotAllowed, NotFound, Changed."""
    member = _as_seen(store, actor, person_id, mark)
    store.invites.void(actor.campaign_id, person_id, store.now)
    store.audit.note(actor.campaign_id, actor.person.id, "invite.revoke", member.person.name, {})
    return store.members.get(actor.campaign_id, person_id)


def tell_person(
    store: Store, campaign_id: str, telegram_id: int, kind: str, occasion: str, **payload: object
) -> None:
    """Owe an account a notice outside of quiet hours, once an occasion."""
    definition = store.campaigns.plan(campaign_id).definition
    at = after_quiet(definition.quiet_hours, definition.tz, store.now)
    key = f"{kind.replace('_', '-')}:{telegram_id}:{occasion}"
    which = of_several(store, campaign_id, telegram_id)
    store.outbox.owe(key, telegram_id, kind, payload | which, at, campaign_id=campaign_id)


def _as_seen(store: Store, actor: Actor, person_id: int, mark: int) -> Member:
    may_administer(actor)
    member = store.members.get(actor.campaign_id, person_id)
    if member.mark != mark:
        raise Changed("member")
    return member
