"""From a reading to a card, and what a card then asks: pure, by cases."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from campaign.days import through
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.errors import DayInFuture, DayOutsideCampaign
from campaign.vocabulary import Channel, Resolver
from handlers.callbacks import Asked
from handlers.report.questions import Question, answered, county_choices, question_of
from handlers.report.reading import draft_from, says_something
from understanding.reading import (
    ContactReading,
    ExperienceReading,
    Field,
    Intent,
    IssueReading,
    Reading,
    Span,
)

TODAY = date(2023, 2, 20)
SPAN = through(date(2022, 11, 15), date(2023, 12, 31))
BLANK = Draft(
    id="1-1", campaign_id="demo", author_id=7, chat_id=7, written_at=datetime(2023, 2, 20, tzinfo=UTC)
)
FULL = DraftContact(county_id=3, day=TODAY, channel=Channel.ONSITE)


def contact(county: Field[str | None], people: int | None = 12, who: str | None = None) -> ContactReading:
    return ContactReading(county, Field(TODAY), Field(Channel.ONSITE), Field(people), Field(who), Field(None))


def test_a_sure_county_is_taken() -> None:
    reading = Reading(Intent.CONTACT, (contact(Field("3")),))
    assert draft_from(reading, BLANK).contacts == (FULL.model_copy(update={"participants": 12}),)


def test_an_unsure_county_is_left_open_with_the_likeliest() -> None:
    reading = Reading(Intent.CONTACT, (contact(Field("3", confidence=0.5, alternatives=("4", "5", "6"))),))
    (drafted,) = draft_from(reading, BLANK).contacts
    assert (drafted.county_id, drafted.county_choices) == (None, (3, 4, 5))


def test_a_county_from_outside_keeps_the_card_and_asks() -> None:
    reading = Reading(Intent.CONTACT, unknown_counties=(Field("南昌县", alternatives=("4",)),))
    drafted = draft_from(reading, BLANK)
    assert drafted.unknown_counties == ("南昌县",)
    assert drafted.contacts == (DraftContact(county_choices=(4,)),)
    assert question_of(drafted, TODAY, SPAN) == Question(Asked.COUNTY, 0)


def test_a_contact_with_a_county_outside_is_left_out_beside_others() -> None:
    place = (Span(7, 10),)
    outside = contact(Field(None, place, confidence=0.0))
    reading = Reading(
        Intent.CONTACT, (contact(Field("3")), outside), unknown_counties=(Field("南昌县", place),)
    )
    assert [c.county_id for c in draft_from(reading, BLANK).contacts] == [3]
    alone = Reading(Intent.CONTACT, (outside,), unknown_counties=(Field("南昌县", place),))
    assert [c.county_id for c in draft_from(alone, BLANK).contacts] == [None]


def test_a_day_that_cannot_be_is_asked_for() -> None:
    item = replace(contact(Field("3")), day=Field(TODAY, (Span(0, 5),), confidence=0.0))
    drafted = draft_from(Reading(Intent.CONTACT, (item,)), BLANK)
    assert question_of(drafted, TODAY, SPAN) == Question(Asked.DAY, 0)


@pytest.mark.parametrize("intent", [Intent.QUESTION, Intent.PLAN, Intent.CORRECTION, Intent.NONE])
def test_nothing_read_is_nothing_to_save(intent: Intent) -> None:
    drafted = draft_from(Reading(intent, unknown_counties=(Field("南昌县"),)), BLANK)
    assert not says_something(drafted)


def test_issues_and_experiences_come_along_and_are_cut() -> None:
    issue = IssueReading(
        Field("3"), Field("问" * 600), Field(date(2023, 3, 1)), Field(Resolver.COUNTY_ITSELF)
    )
    practice = ExperienceReading(Field(None, confidence=0.0), Field("职工书屋"))
    drafted = draft_from(Reading(Intent.ISSUE, (), (issue,), (practice,)), BLANK)
    assert len(drafted.issues[0].text) == 500
    assert drafted.issues[0].due == date(2023, 3, 1)
    assert drafted.practices == (DraftPractice(text="职工书屋"),)
    assert question_of(drafted, TODAY, SPAN) == Question(Asked.ITEM_COUNTY, 1)


@pytest.mark.parametrize(
    ("people", "kept"), [(0, 0), (12, 12), (100_000, 100_000), (100_001, None), (-1, None), (None, None)]
)
def test_head_counts_stay_within_reason(people: int | None, kept: int | None) -> None:
    reading = Reading(Intent.CONTACT, (contact(Field("3"), people),))
    assert draft_from(reading, BLANK).contacts[0].participants == kept


def with_contacts(*contacts: DraftContact, issues: tuple[DraftIssue, ...] = ()) -> Draft:
    return BLANK.model_copy(update={"contacts": contacts, "issues": issues})


FUTURE, BEFORE = date(2023, 2, 21), date(2022, 11, 14)


@pytest.mark.parametrize(
    ("draft", "question"),
    [
        (with_contacts(FULL), None),
        (with_contacts(FULL, DraftContact(day=TODAY)), Question(Asked.COUNTY, 1)),
        (with_contacts(DraftContact(county_id=3, channel=Channel.PHONE)), Question(Asked.DAY, 0)),
        (with_contacts(DraftContact(county_id=3, day=TODAY)), Question(Asked.CHANNEL, 0)),
        (
            with_contacts(FULL.model_copy(update={"day": FUTURE})),
            Question(Asked.DAY, 0, DayInFuture(FUTURE)),
        ),
        (
            with_contacts(FULL.model_copy(update={"day": BEFORE})),
            Question(Asked.DAY, 0, DayOutsideCampaign(BEFORE, SPAN.first, SPAN.last)),
        ),
        (with_contacts(FULL, issues=(DraftIssue(text="缺人手"),)), None),
        (
            with_contacts(
                FULL, FULL.model_copy(update={"county_id": 4}), issues=(DraftIssue(text="缺人手"),)
            ),
            Question(Asked.ITEM_COUNTY, 0),
        ),
    ],
)
def test_one_question_at_a_time(draft: Draft, question: Question | None) -> None:
    assert question_of(draft, TODAY, SPAN) == question


@pytest.mark.parametrize(
    ("asked", "value", "field", "filled"),
    [
        (Asked.COUNTY, "9", "county_id", 9),
        (Asked.DAY, "20230219", "day", date(2023, 2, 19)),
        (Asked.CHANNEL, "phone", "channel", Channel.PHONE),
    ],
)
def test_an_answer_fills_its_field(asked: Asked, value: str, field: str, filled: object) -> None:
    draft = answered(with_contacts(DraftContact(county_choices=(1,)), FULL), asked, 0, value)
    assert getattr(draft.contacts[0], field) == filled
    assert draft.contacts[1] == FULL


def test_an_answer_that_does_not_fit_is_refused() -> None:
    with pytest.raises(IndexError):
        answered(BLANK, Asked.COUNTY, 3, "1")
    with pytest.raises(ValueError, match="smoke"):
        answered(with_contacts(FULL), Asked.CHANNEL, 0, "smoke")


def test_an_item_gets_its_county() -> None:
    draft = BLANK.model_copy(
        update={"issues": (DraftIssue(text="甲"),), "practices": (DraftPractice(text="乙"),)}
    )
    filled = answered(answered(draft, Asked.ITEM_COUNTY, 0, "3"), Asked.ITEM_COUNTY, 1, "4")
    assert (filled.issues[0].county_id, filled.practices[0].county_id) == (3, 4)


@pytest.mark.parametrize(
    ("read", "own", "offered"),
    [
        ((), (), ()),
        ((5, 6), (1, 2), (5, 6, 1)),
        ((5, 2, 6), (1, 2), (2, 5, 6)),
        ((), (1, 2, 3, 4), (1, 2, 3)),
    ],
)
def test_the_likeliest_counties_are_offered_own_first(
    read: tuple[int, ...], own: tuple[int, ...], offered: tuple[int, ...]
) -> None:
    draft = with_contacts(DraftContact(county_choices=read))
    assert county_choices(draft, Question(Asked.COUNTY, 0), own) == offered
