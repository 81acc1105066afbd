"""Standing duties in messages: told as done, by whom, when, how often; alone or beside a contact."""

from collections.abc import Mapping
from datetime import date, datetime

import pytest

from understanding import DutyReading, Reader

NOW = datetime.fromisoformat("2023-02-20T15:00:00+08:00")
NAMES = {
    "joint": ("县级工会与政府联席会议", "联席会议", "联席会"),
    "tripartite": ("协调劳动关系三方四家会议", "三方四家会议", "三方会议"),
    "report": ("半年工作报告", "半年报告"),
    "pledge": ("劳动领域政治安全目标责任书", "目标责任书"),
    "talk": ("两位书记见面", "书记见面"),
    "online": ("线上工会活动", "线上活动"),
    "benefit": ("线上普惠活动", "普惠活动"),
}
YESTERDAY = date(2023, 2, 19)


def told(
    duty: str, *counties: str, day: date | None = YESTERDAY, times: int = 1, alone: bool = True
) -> DutyReading:
    return DutyReading(duty, counties, (), day, times, alone)


TOLD = {
    "修水县昨天开了联席会议": told("joint", "修水县"),
    "修水县总工会与政府联席会议2月10日召开": told("joint", "修水县", day=date(2023, 2, 10)),
    "修水县三方会议，上周五开过了": told("tripartite", "修水县", day=date(2023, 2, 17)),
    "修水、武宁昨天都开了三方四家会议": told("tripartite", "修水县", "武宁县"),
    "修水县联席会议昨天顺利召开，12人参加": told("joint", "修水县"),
    "修水县半年报告交了": told("report", "修水县", day=None),
    "修水的目标责任书签好了": told("pledge", "修水县", day=None),
    "昨天在修水县办了3场线上普惠活动": told("benefit", "修水县", times=3),
    "修水县昨天与政府召开联席会议，定了两件事": told("joint", "修水县", alone=False),
    "昨天到修水县调研，参加了联席会议": told("joint", "修水县", alone=False),
    "昨天和修水县书记见面了": told("talk", "修水县", alone=False),
}
NOT_TOLD = (
    "修水县还没开联席会议",
    "修水县明天开联席会议",
    "修水县开联席会议了吗",
    "哪些县开了联席会议",
    "请修水县尽快召开联席会议",
    "提醒修水县召开三方会议",
    "今天到修水县调研，谈了联席会议制度",
    "修水县总工会昨日召开全委会，通过了工作报告",
    "修水县昨天开了线上会议",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_duty_that_was_done(readers: Mapping[str, Reader], text: str) -> None:
    assert readers["jiujiang"].duty(text, NOW, NAMES) == TOLD[text]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_tells_of_none(readers: Mapping[str, Reader], text: str) -> None:
    assert readers["jiujiang"].duty(text, NOW, NAMES) is None


def test_cities_and_persons_go_by_the_names_given(readers: Mapping[str, Reader]) -> None:
    found = readers["jiujiang"].duty("九江三季度三方四家会议9月20日开了", NOW, NAMES, ("九江市", "合肥市"))
    assert found == DutyReading("tripartite", (), ("九江市",), date(2022, 9, 20), 1, alone=True)
