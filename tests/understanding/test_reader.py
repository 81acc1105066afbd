import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.vocabulary import Channel, Resolver
from tests.understanding.conftest import gazetteer
from understanding import Field, Intent, Reader, Reading, Sender, Span, flat, load_lexicon

NOW = datetime(2023, 2, 20, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
SENDER = Sender("演示联系人", ("修水县",))
ANY_TEXT = st.text(max_size=4096)
WORDS = "修水县 昨天 ， 。 电话 去 3人 反映 没有 请县委 6月底前 问题： 一是 😀 、 ８号 可推广 “ ” 和 都 ①"
LIKELY_TEXT = st.lists(st.sampled_from([*WORDS.split(), "\n", "\u3000", "\u202e"]), max_size=60).map("".join)
READER = Reader(gazetteer("jiujiang"), load_lexicon())


def test_reads_one_contact_with_its_evidence(readers: Mapping[str, Reader]) -> None:
    text = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足"
    reading = readers["jiujiang"].read(text, NOW, SENDER)
    (contact,) = reading.contacts
    (issue,) = reading.issues
    assert reading.intent is Intent.CONTACT
    assert (contact.county.value, contact.channel.value, contact.participants.value) == (
        "修水县",
        Channel.ONSITE,
        12,
    )
    assert contact.day.value == NOW.date()
    assert contact.county.span == (Span(5, 8),)
    assert issue.summary.value == "活动阵地不足"
    assert issue.resolver.value is None


def test_reads_who_solves_it_and_by_when(readers: Mapping[str, Reader]) -> None:
    text = "修水县：黄沙镇工会没有办公用房，请县委协调，年底前。"
    (issue,) = readers["jiujiang"].read(text, NOW, None).issues
    assert issue.resolver.value is Resolver.PARTY_GOVERNMENT
    assert issue.due.value is not None
    assert issue.due.value.isoformat() == "2023-12-31"


def test_asks_for_a_county_that_cannot_be_told(readers: Mapping[str, Reader]) -> None:
    reader = readers["jiujiang"]
    reading = reader.read("上午打了一圈电话，都接了", NOW, Sender("演示领导", ("修水县", "武宁县")))
    (contact,) = reading.contacts
    assert contact.county == Field(None, (), 0.0, ("修水县", "武宁县"))
    assert flat(reading, reader.gazetteer)["contacts"] == []


def test_names_an_outside_county(readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read("昨天去了靖安县，3人", NOW, SENDER)
    assert [field.value for field in reading.unknown_counties] == ["靖安县"]
    assert all(contact.county.value is None for contact in reading.contacts)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("打错了，是武宁不是修水", Intent.CORRECTION),
        ("下周二赴修水县督导", Intent.PLAN),
        ("修水县有几条经验入了清单？", Intent.QUESTION),
        ("修水那个问题已经解决了，可以销号", Intent.ISSUE),
        ("修水县总电话没人接", Intent.NONE),
        ("收到", Intent.NONE),
        ("没去成修水，改电话了", Intent.CONTACT),
        ("修水县“田间课堂”值得推广", Intent.EXPERIENCE),
    ],
)
def test_tells_what_a_message_is_for(text: str, intent: Intent, readers: Mapping[str, Reader]) -> None:
    assert readers["jiujiang"].read(text, NOW, SENDER).intent is intent


def test_full_width_reads_alike(readers: Mapping[str, Reader]) -> None:
    reader = readers["jiujiang"]
    one = flat(reader.read("2月18日,修水县,实地,12人", NOW, None), reader.gazetteer)
    assert one == flat(reader.read("２月１８日，修水县，实地，１２人", NOW, None), reader.gazetteer)


def test_who_went_and_whether_a_leader_did(readers: Mapping[str, Reader]) -> None:
    (contact,) = readers["jiujiang"].read("昨天我和徐主任到修水县调研，主席没去", NOW, SENDER).contacts
    assert contact.attendees.value == "我和徐主任"
    assert contact.leader_present.value is False


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT | LIKELY_TEXT)
def test_any_text_reads_with_spans_inside_it(text: str) -> None:
    reading = READER.read(text, NOW, SENDER)
    for field in fields(reading):
        assert all(0 <= span.start <= span.end <= len(text) for span in field.span)
        assert 0 <= field.confidence <= 1
    for summary in [*(i.summary for i in reading.issues), *(e.summary for e in reading.experiences)]:
        (span,) = summary.span
        assert summary.value == text[span.start : span.end]
    assert all(contact.day.value <= NOW.date() for contact in reading.contacts)


def fields(reading: Reading) -> list[Field[Any]]:
    records: list[Any] = [*reading.contacts, *reading.issues, *reading.experiences]
    named = [getattr(record, field.name) for record in records for field in dataclasses.fields(record)]
    return [*reading.unknown_counties, *named]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("昨天领导到场，去了修水县，座谈6人", True),
        ("张主席带队，昨天到修水县，一行4人", True),
        ("昨天市总党组书记、常务副主席赴修水县调研", True),
        ("昨天去修水，主席因会未参加", False),
        ("昨天去了修水县，县委书记参加座谈", None),
        ("昨天去修水县，和县总主席座谈", None),
    ],
)
def test_only_a_leader_of_ours_counts(text: str, present: bool | None, readers: Mapping[str, Reader]) -> None:
    (contact,) = readers["jiujiang"].read(text, NOW, SENDER).contacts
    assert contact.leader_present.value is present


def test_a_day_that_no_calendar_has_is_asked_for(readers: Mapping[str, Reader]) -> None:
    (contact,) = readers["jiujiang"].read("2月30日去修水县走访，5人", NOW, SENDER).contacts
    assert contact.day.confidence < 0.3
    assert contact.day.span == (Span(0, 5),)


def test_a_day_to_come_is_no_contact(readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read("3月1日到修水县走访，5人", NOW, SENDER)
    assert (reading.intent, reading.contacts) == (Intent.PLAN, ())


def test_a_contact_without_a_county_is_asked_for(readers: Mapping[str, Reader]) -> None:
    (contact,) = readers["jiujiang"].read("今天实地调研，座谈8人", NOW, SENDER).contacts
    assert (contact.county.value, contact.county.alternatives) == (None, ("修水县",))
    assert contact.participants.value == 8
