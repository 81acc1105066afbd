"""What a county does for itself: it confirms or objects to what is logged of it, and raises issues."""

from campaign.actions.members import tell_person
from campaign.actions.records import save_card
from campaign.county_words import CountyWord, Verdict
from campaign.drafts import Draft
from campaign.errors import DraftGone, NotAllowed, NotFound
from campaign.people import Actor, County
from campaign.permissions import Action, permit
from campaign.ports import Store
from campaign.records import Contact, SavedRecord
from campaign.vocabulary import DraftState

LONGEST_WORDS = 500


def own_county(store: Store, actor: Actor) -> County:
    """Return the county that somebody speaks for. Raise NotAllowed."""
    permit(actor, Action.OWN_COUNTY)
    if actor.county_id is None:
        raise NotAllowed(Action.OWN_COUNTY.value)
    return store.people.county(actor.campaign_id, actor.county_id)


def own_contact(store: Store, actor: Actor, number: int) -> Contact:
    """Return a standing contact of one's own county. Raise NotAllowed, NotFound (also another county's)."""
    county = own_county(store, actor)
    contact = store.archive.contact(actor.campaign_id, county.id, number)
    if contact is None:
        raise NotFound("contact", str(number))
    return contact


def answer_contact(store: Store, actor: Actor, number: int, verdict: Verdict, words: str = "") -> CountyWord:
    """Say whether a contact was so; twice is once. An objection goes to its author and the admins, once.

    Raise NotAllowed, NotFound.
    """
    contact = own_contact(store, actor, number)
    before = store.county_words.on(actor.campaign_id, (number,)).get(number)
    word = CountyWord(number, verdict, words.strip()[:LONGEST_WORDS])
    if before == word:
        return word
    store.county_words.say(actor.campaign_id, word, actor.person.id, store.now)
    facts = {"before": before.verdict.value if before else None, "after": verdict.value, "words": word.words}
    store.audit.note(actor.campaign_id, actor.person.id, "contact.answer", str(number), facts)
    if verdict is Verdict.OBJECTED:
        _tell_of_objection(store, actor, contact, word)
    return word


def raise_own_issue(store: Store, actor: Actor, draft: Draft) -> SavedRecord:
    """Save an issue of one's own county; tell who is paired with it. Raise NotFound, DraftGone."""
    county = own_county(store, actor)
    if record := store.records.of_draft(draft.id):
        return record
    if draft.author_id != actor.person.id or any(issue.county_id != county.id for issue in draft.issues):
        raise NotFound("draft", draft.id)
    if draft.state is not DraftState.OPEN:
        raise DraftGone(draft.state)
    record = save_card(store, actor, draft)
    number = record.issues[0].number
    for person_id in _paired(store, actor.campaign_id, county.id):
        text = draft.issues[0].text
        _tell(store, actor.campaign_id, person_id, "county_raised", number, county=county.name, text=text)
    return record


def _tell_of_objection(store: Store, actor: Actor, contact: Contact, word: CountyWord) -> None:
    whose = {contact.author_id, *(admin.person.id for admin in store.people.admins(actor.campaign_id))}
    facts = {"county": contact.county_name, "day": contact.day.isoformat(), "words": word.words}
    for person_id in sorted(whose):
        _tell(store, actor.campaign_id, person_id, "county_objects", contact.number, **facts)


def _tell(store: Store, campaign_id: str, person_id: int, kind: str, number: int, **facts: str) -> None:
    for account in store.members.accounts(campaign_id, person_id):
        if account.blocked_at is None:
            occasion = f"{campaign_id}:{number}"
            tell_person(store, campaign_id, account.telegram_id, kind, occasion, number=str(number), **facts)


def _paired(store: Store, campaign_id: str, county_id: int) -> list[int]:
    """Return who hears of a county's issue: the contact person, or the liaison; without any, the admins."""
    own = [p for p in store.people.pairings(campaign_id) if p.county.id == county_id]
    found = [(pairing.contact_person or pairing.liaison).id for pairing in own]
    return list(dict.fromkeys(found)) or [admin.person.id for admin in store.people.admins(campaign_id)]
