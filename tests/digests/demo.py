"""The demo in a real store: its rules, its roster, and its samples typed through the actions in order."""

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from importlib.resources import files
from typing import Any

import yaml

from bot.calendars import work_calendar
from campaign.actions.drafts import open_draft
from campaign.actions.records import save_draft
from campaign.definition import Definition
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.people import Actor
from campaign.ports import Store
from campaign.roster import read_roster
from campaign.vocabulary import Role
from storage import Database, open_database
from storage.migrate import upgrade

DEMO = "jiujiang-2022-demo"
LOADED = datetime.fromisoformat("2022-11-15T08:00:00+08:00")
Event = tuple[datetime, Callable[[Store], object]]


def read(name: str) -> str:
    return files("campaigns").joinpath(DEMO, name).read_text("utf-8-sig")


def definition() -> Definition:
    return Definition.model_validate(yaml.safe_load(read("campaign.yaml")))


def unreviewed(rules: Definition) -> Definition:
    """Return rules whose digests have no draft."""
    return rules.model_copy(update={"digests": rules.digests.model_copy(update={"review": None})})


def empty_campaign(url: str, rules: Definition | None = None) -> Database:
    """Return a database with the demo's rules, or its like, and its roster, and nothing in it."""
    upgrade(url)
    database = open_database(url, calendar=work_calendar())

    def load(store: Store) -> None:
        store.campaigns.load(rules or definition(), LOADED)
        table = list(csv.reader(read("roster.csv").splitlines()))
        store.people.take_roster(DEMO, read_roster(table, "九江市"), LOADED)

    database.write(load, LOADED)
    return database


def play_samples(database: Database) -> None:
    """Type every sample at its own moment, and close what was closed at its own."""
    contacts = yaml.safe_load(read("samples.yaml"))["contacts"]
    events = [event for place, sample in enumerate(contacts) for event in _events(place, sample)]
    for at, work in sorted(events, key=lambda event: event[0]):
        database.write(work, at)


def _events(place: int, sample: dict[str, Any]) -> Iterator[Event]:
    yield datetime.fromisoformat(sample["at"]), partial(_save, place=place, sample=sample)
    for issue in sample.get("issues", ()):
        if closed := issue.get("closed"):
            yield datetime.fromisoformat(closed["at"]), partial(_close, text=issue["text"], closed=closed)


def _actor(store: Store, name: str) -> Actor:
    return Actor(store.people.person(DEMO, name), DEMO, frozenset({Role.CONTACT_PERSON}), 1)


def _save(store: Store, place: int, sample: dict[str, Any]) -> None:
    actor = _actor(store, sample["by"])
    county = next(c for c in store.people.counties(DEMO) if c.name == sample["county"])
    contact = DraftContact(
        county_id=county.id,
        day=sample["day"],
        channel=sample["channel"],
        participants=sample["participants"],
        attendees="、".join(sample["attendees"]),
        leader_present=sample["leader_present"],
    )
    draft = Draft(
        id=f"sample-{place}",
        campaign_id=DEMO,
        author_id=actor.person.id,
        chat_id=1,
        written_at=store.now,
        contacts=(contact,),
        issues=tuple(_issue(issue) for issue in sample.get("issues", ())),
        practices=tuple(DraftPractice(text=text) for text in sample.get("experiences", ())),
    )
    open_draft(store, actor, draft)
    save_draft(store, actor, draft.id)


def _issue(issue: dict[str, Any]) -> DraftIssue:
    return DraftIssue(text=issue["text"], due=issue["due"], resolver=issue["resolver"])


def _close(store: Store, text: str, closed: dict[str, Any]) -> None:
    found = [
        issue
        for county in store.people.counties(DEMO)
        for issue in store.records.issues_of(DEMO, county.id)
        if issue.text == text
    ]
    actor = _actor(store, closed["by"])
    store.records.close_issue(DEMO, found[0].number, actor, closed["result"], store.now)
