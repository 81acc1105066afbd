"""What a card still has to ask, one field at a time: pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from campaign.days import Days
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice, check_day
from campaign.errors import DayInFuture, DayOutsideCampaign
from campaign.vocabulary import Channel, Resolver
from handlers.callbacks import Asked

UNDECIDED = "-"
ORDER = (Asked.COUNTY, Asked.DAY, Asked.CHANNEL)


@dataclass(frozen=True, slots=True)
class Question:
    """One field to fill. `place` counts the contacts, or the issues and then the practices.

    `refusal` says what is wrong with the day that was read.
    """

    asked: Asked
    place: int
    refusal: DayInFuture | DayOutsideCampaign | None = None


def question_of(draft: Draft, today: date, span: Days) -> Question | None:
    """Return the first thing without which a card cannot be saved; None when it is complete."""
    for asked in ORDER:
        for place, contact in enumerate(draft.contacts):
            if question := _of_contact(asked, place, contact, today, span):
                return question
    if question := _of_items(draft, today, span):
        return question
    for place, item in enumerate(items_of(draft)):
        if draft.county_of(item) is None:
            return Question(Asked.ITEM_COUNTY, place)
    return _of_resolver(draft)


def _of_resolver(draft: Draft) -> Question | None:
    without = (place for place, issue in enumerate(draft.issues) if issue.resolver is None)
    place = next(without, None) if draft.asks_resolver else None
    return None if place is None else Question(Asked.RESOLVER, place)


def items_of(draft: Draft) -> tuple[DraftIssue | DraftPractice, ...]:
    """Return the issues and then the practices of a card."""
    return (*draft.issues, *draft.practices)


def counties_on(draft: Draft) -> tuple[int, ...]:
    """Return the counties that stand on a card, in order."""
    counties = (item.county_id for item in (*draft.contacts, *items_of(draft)))
    return tuple(county for county in counties if county)


def answered(draft: Draft, asked: Asked, place: int, value: str) -> Draft:
    """Fill in one field. Raise ValueError or IndexError when the answer does not fit the card."""
    if asked is Asked.ITEM_COUNTY:
        return _with_item_county(draft, place, int(value))
    if asked is Asked.RESOLVER:
        return _with_resolver(draft, place, value)
    if asked is Asked.DAY and not draft.contacts:
        return draft.model_copy(update={"found_on": date.fromisoformat(value)})
    contact = draft.contacts[place]
    filled = contact.model_copy(update=_update(asked, value))
    contacts = (*draft.contacts[:place], filled, *draft.contacts[place + 1 :])
    return draft.model_copy(update={"contacts": contacts})


def county_choices(
    draft: Draft, question: Question, own: Iterable[int], just_saved: Iterable[int] = (), most: int = 3
) -> tuple[int, ...]:
    """Return the likeliest counties: for an item those of the card first, then those of what was just saved.

    Own ones come before others.
    """
    mine = tuple(own)
    if question.asked is Asked.ITEM_COUNTY:
        of_card = (contact.county_id for contact in draft.contacts if contact.county_id)
        likely: tuple[int, ...] = (*of_card, *just_saved)
    else:
        read = draft.contacts[question.place].county_choices
        likely = (*(county for county in read if county in mine), *read)
    return tuple(dict.fromkeys((*likely, *mine)))[:most]


def _of_contact(asked: Asked, place: int, contact: DraftContact, today: date, span: Days) -> Question | None:
    if asked is not Asked.DAY:
        value = contact.county_id if asked is Asked.COUNTY else contact.channel
        return None if value else Question(asked, place)
    return _of_day(contact.day, place, today, span)


def _of_items(draft: Draft, today: date, span: Days) -> Question | None:
    """Ask for the day of what was found without a contact, when the message was written at another time."""
    if draft.contacts or draft.found_on is None:
        return None
    return _of_day(draft.found_on, 0, today, span)


def _of_day(day: date | None, place: int, today: date, span: Days) -> Question | None:
    if day is None:
        return Question(Asked.DAY, place)
    try:
        check_day(day, today, span)
    except (DayInFuture, DayOutsideCampaign) as refusal:
        return Question(Asked.DAY, place, refusal)
    return None


def _update(asked: Asked, value: str) -> dict[str, object]:
    match asked:
        case Asked.COUNTY:
            return {"county_id": int(value), "county_choices": ()}
        case Asked.DAY:
            return {"day": date.fromisoformat(value)}
        case _:
            return {"channel": Channel(value)}


def _with_resolver(draft: Draft, place: int, value: str) -> Draft:
    if value == UNDECIDED:
        return draft.model_copy(update={"asks_resolver": False})
    issue = draft.issues[place].model_copy(update={"resolver": Resolver(value)})
    return draft.model_copy(update={"issues": (*draft.issues[:place], issue, *draft.issues[place + 1 :])})


def _with_item_county(draft: Draft, place: int, county: int) -> Draft:
    issues, practices = list(draft.issues), list(draft.practices)
    if place < len(issues):
        issues[place] = issues[place].model_copy(update={"county_id": county})
    else:
        at = place - len(issues)
        practices[at] = practices[at].model_copy(update={"county_id": county})
    return draft.model_copy(update={"issues": tuple(issues), "practices": tuple(practices)})
