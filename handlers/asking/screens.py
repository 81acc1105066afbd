"""From a question to the screen that answers it; those of the commands where there is one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from campaign.people import Actor
from campaign.permissions import Action, permit
from campaign.ports import Store
from handlers.asking import actions, texts
from handlers.asking.keyboards import contacts_keyboard, issues_keyboard
from handlers.brief import actions as before_visits
from handlers.brief.router import brief_screen
from handlers.categories import actions as categories
from handlers.categories import texts as category_texts
from handlers.desk import Desk
from handlers.duties.asked import duty_asked
from handlers.filters import Place
from handlers.issues.actions import issue_page, issue_shown
from handlers.issues.screens import issue_screen, list_screen
from handlers.overview import actions as overview
from handlers.overview import texts as overview_texts
from handlers.overview.router import status_screen
from handlers.records import actions as records
from handlers.records import keyboards as record_keyboards
from handlers.records import texts as record_texts
from handlers.records.screens import county_screen, practices_screen
from handlers.screen import Screen
from understanding import Query, Topic, Wanted

IN_GROUPS = frozenset({Topic.UNCOVERED, Topic.PROGRESS, Topic.RANKING})
"""What a group may be told: the same as by its commands, and that nobody is ranked."""

NEEDS: Mapping[Topic, Action] = MappingProxyType(
    {
        Topic.UNCOVERED: Action.READ_FIGURES,
        Topic.PROGRESS: Action.READ_FIGURES,
        Topic.DIGEST: Action.READ_FIGURES,
        Topic.MINE: Action.READ_MINE,
        Topic.RECORDS: Action.READ_MINE,
        Topic.HELP: Action.HELP,
        Topic.RANKING: Action.HELP,
    }
)
"""What a topic needs where it is less than reading records."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, who asks it, and what it is answered from."""

    store: Store
    actor: Actor
    desk: Desk
    place: Place
    query: Query
    text: str

    @property
    def county_id(self) -> int:
        """The county that is asked for; 0 without one."""
        return int(self.query.county or 0)


def answered(store: Store, actor: Actor, desk: Desk, place: Place, text: str) -> Screen | None:
    """Return the answer to a question in plain words; None when it asks nothing that the ledger knows.

    Raise NotAllowed when it asks for what the person may not see.
    """
    if place.group is None and (screen := duty_asked(store, actor, desk, text)):
        return screen
    if place.group is None and texts.ASKS_SHARED.fullmatch(text.strip()):
        permit(actor, Action.READ_RECORDS)
        return Screen(category_texts.shared(categories.shared(store, actor)))
    query = desk.reader(actor.campaign_id).asked(text, desk.written_at)
    if query is None or (place.group is not None and query.about not in IN_GROUPS):
        return None
    permit(actor, NEEDS.get(query.about, Action.READ_RECORDS))
    return ANSWERS[query.about](Asked(store, actor, desk, place, query, text))


def _uncovered(asked: Asked) -> Screen:
    if asked.query.days or asked.query.channel:
        found = actions.without_contact(asked.store, asked.actor, asked.query)
        return Screen(texts.without(found))
    return Screen(overview_texts.uncovered(overview.uncovered(asked.store, asked.desk, asked.place)))


def _progress(asked: Asked) -> Screen:
    return status_screen(overview.status(asked.store, asked.desk, asked.place))


def _county(asked: Asked) -> Screen:
    return county_screen(records.county_book(asked.store, asked.actor, asked.county_id))


def _last(asked: Asked) -> Screen:
    return Screen(texts.latest(actions.latest(asked.store, asked.actor, asked.county_id)))


def _contacts(asked: Asked) -> Screen:
    found = actions.contacts(asked.store, asked.actor, asked.query)
    return Screen(texts.contacts(found), contacts_keyboard(found))


def _issues(asked: Asked) -> Screen | None:
    if asked.query.number is not None:
        return issue_screen(issue_shown(asked.store, asked.actor, asked.query.number))
    if asked.query.state is Wanted.OPEN and not (asked.query.own or asked.query.resolver):
        category = _category(asked)
        if category is None:
            return None
        return list_screen(issue_page(asked.store, asked.actor, 0, asked.county_id, category))
    found = actions.issues(asked.store, asked.actor, asked.query)
    return Screen(texts.issues(found), issues_keyboard(found))


def _category(asked: Asked) -> str | None:
    """Return the category of which a question asks; "" without one, None of one that nobody knows."""
    found = texts.OF_CATEGORY.search(asked.text)
    if found is None:
        return ""
    known = asked.store.campaigns.plan(asked.actor.campaign_id).filing.categories
    words = next(filter(None, found.groups()), "")
    named = [one.id for one in known.every if words in one.name or one.name in words]
    return named[0] if len(named) == 1 else known.of(words)


def _mine(asked: Asked) -> Screen:
    return Screen(overview_texts.my_state(overview.my_state(asked.store, asked.actor)))


def _people(asked: Asked) -> Screen:
    return Screen(texts.paired(actions.paired(asked.store, asked.actor, asked.query)))


def _practices(asked: Asked) -> Screen:
    return practices_screen(records.practice_page(asked.store, asked.actor, 0, asked.county_id))


def _records(asked: Asked) -> Screen:
    own = records.own_records(asked.store, asked.actor)
    return Screen(record_texts.own_records(own), record_keyboards.own_keyboard(own))


def _digest(asked: Asked) -> Screen:
    return Screen(texts.coming(actions.coming(asked.store, asked.actor, asked.query)))


def _help(asked: Asked) -> Screen:
    return Screen(overview_texts.helping(overview.help_for(asked.store, asked.actor)))


def _brief(asked: Asked) -> Screen:
    county, store = asked.county_id, asked.store
    if county:
        return brief_screen(before_visits.brief(store, asked.actor, county))
    return brief_screen(before_visits.brief_named(store, asked.actor, ""))


def _ranking(_: Asked) -> Screen:
    return Screen(texts.NO_RANKING)


ANSWERS: Mapping[Topic, Callable[[Asked], Screen | None]] = {
    Topic.UNCOVERED: _uncovered,
    Topic.PROGRESS: _progress,
    Topic.COUNTY: _county,
    Topic.LAST: _last,
    Topic.CONTACTS: _contacts,
    Topic.ISSUES: _issues,
    Topic.MINE: _mine,
    Topic.PEOPLE: _people,
    Topic.PRACTICES: _practices,
    Topic.RECORDS: _records,
    Topic.DIGEST: _digest,
    Topic.HELP: _help,
    Topic.BRIEF: _brief,
    Topic.RANKING: _ranking,
}
