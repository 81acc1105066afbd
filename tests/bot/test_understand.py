import json
from collections.abc import Mapping

import pytest

from bot.calendars import work_calendar
from bot.understand import understand
from understanding import CountyName, Gazetteer, Reader, Sender, load_lexicon

SENDERS: Mapping[str, Sender] = {"演示联系人": Sender("演示联系人", ("xiushui",))}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Gazetteer([CountyName("xiushui", "修水县", "九江市")]), load_lexicon())


def line(**values: object) -> str:
    return json.dumps({"id": "m1", "now": "2023-02-20T09:00:00+08:00", "sender": None, **values})


def test_a_message_becomes_a_flat_reading(reader: Reader) -> None:
    (answer,) = understand([line(text="昨天到修水县座谈12人")], reader, SENDERS)
    contact = {"county": "修水县", "date": "2023-02-19", "channel": "onsite", "participants": 12}
    assert json.loads(answer) == {
        "id": "m1",
        "intent": "contact",
        "contacts": [contact],
        "issues": [],
        "experiences": [],
    }


def test_a_senders_own_county_and_a_time_in_another_zone(reader: Reader) -> None:
    text = line(text="我联系的县今天去了", sender="演示联系人", now="2023-02-19T17:00:00Z")
    (answer,) = understand([text], reader, SENDERS)
    (contact,) = json.loads(answer)["contacts"]
    assert (contact["county"], contact["date"]) == ("修水县", "2023-02-20")


def test_a_bad_line_is_named_and_the_stream_goes_on(reader: Reader) -> None:
    lines = ["{", "", line(text=5, now="x"), "[]", line(text="收到")]
    answers = [json.loads(answer) for answer in understand(lines, reader, SENDERS)]
    assert [answer.get("line") for answer in answers] == [1, 3, 4, None]
    assert answers[1]["error"] == "Line 3 lacks a usable value for: now, text."
    assert answers[3]["intent"] == "none"


def test_working_days_of_a_deadline_leave_out_the_holidays(reader: Reader) -> None:
    text = line(text="修水县职工之家漏雨，请县政府3个工作日内修好", now="2023-04-28T09:00:00+08:00")
    (answer,) = understand([text], reader, SENDERS, work_calendar())
    (issue,) = json.loads(answer)["issues"]
    assert issue["due"] == "2023-05-06"
