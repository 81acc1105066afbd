from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding import Reader

NOW = datetime(2023, 3, 10, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def read(readers: Mapping[str, Reader], text: str) -> list[str]:
    return [
        f"{c.county.value} {c.day.value:%m-%d} {c.channel.value} {c.participants.value}"
        for c in readers["jiujiang"].read(text, NOW).contacts
    ]


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("修水（电话）、武宁（实地，8人）", ["修水县 03-10 phone None", "武宁县 03-10 onsite 8"]),
        ("今天电话联系了瑞昌（8人）、都昌（9人）", ["瑞昌市 03-10 phone 8", "都昌县 03-10 phone 9"]),
        ("3.5和3.7分别去了瑞昌和都昌", ["瑞昌市 03-05 onsite None", "都昌县 03-07 onsite None"]),
        (
            "上周跑了两个县，周二瑞昌，周四都昌，各座谈10人",
            ["瑞昌市 02-28 onsite 10", "都昌县 03-02 onsite 10"],
        ),
    ],
)
def test_what_stands_behind_a_county_is_its_own(
    text: str, contacts: list[str], readers: Mapping[str, Reader]
) -> None:
    assert read(readers, text) == contacts
