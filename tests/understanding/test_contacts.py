from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding import Intent, Reader, Sender

NOW = datetime(2023, 5, 10, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
Row = tuple[str | None, str, str | None, int | None]


def read(readers: Mapping[str, Reader], text: str) -> list[Row]:
    contacts = readers["jiujiang"].read(text, NOW, Sender("演示", ("修水县",))).contacts
    return [
        (c.county.value, c.day.value.isoformat()[5:], c.channel.value, c.participants.value) for c in contacts
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "武宁 | 3日 | 视频 | 7人\n武宁 | 5日 | 实地 | 4人",
            [("武宁县", "05-03", "video", 7), ("武宁县", "05-05", "onsite", 4)],
        ),
        (
            "武宁县、修水县5月8日同开视频会，其中武宁6人、修水9人",
            [("武宁县", "05-08", "video", 6), ("修水县", "05-08", "video", 9)],
        ),
        (
            "我联系的县上周去了两次：一次周一，5个人；一次周四，就我们俩",
            [("修水县", "05-01", "onsite", 5), ("修水县", "05-04", "onsite", 2)],
        ),
        ("8号9号两天在武宁住着，座谈来了21人", [("武宁县", "05-08", "onsite", 21)]),
        ("武宁，上午，8人，学校放假没人", [("武宁县", "05-10", None, 8)]),
        ("昨天给武宁打了电话，没人接，今早又打，打通了", [("武宁县", "05-10", "phone", None)]),
        ("本来要去武宁，桥断了，只好在市里跟他们碰的头，一共6个人", [("武宁县", "05-10", "meeting", 6)]),
        ("昨天陪调研组在武宁的茶厂，我们3个、厂里8个，开了个会", [("武宁县", "05-09", "onsite", 11)]),
        ("陪张主席看了武宁县的驿站，人数👥12", [("武宁县", "05-10", "onsite", 12)]),
        ("陪家人看了武宁县的瀑布", []),
        ("上月底跟武宁视频，9人，哦不对，11人", [("武宁县", "04-30", "video", 11)]),
        (
            "3月小结：武宁上旬电话1次（3.6），下旬实地1次（3.24，5人）",
            [("武宁县", "03-06", "phone", None), ("武宁县", "03-24", "onsite", 5)],
        ),
    ],
)
def test_contacts_told_in_many_ways(text: str, rows: list[Row], readers: Mapping[str, Reader]) -> None:
    assert read(readers, text) == rows


def test_speech_without_pauses_falls_into_clauses(readers: Mapping[str, Reader]) -> None:
    text = "今天上午我去武宁看了两个车间一共五个人然后县总说宿舍漏雨他们自己想办法下个月底前修好"
    reading = readers["jiujiang"].read(text, NOW)
    (issue,) = reading.issues
    assert read(readers, text) == [("武宁县", "05-10", "onsite", 5)]
    assert issue.summary.value == "宿舍漏雨"
    assert issue.due.value is not None
    assert issue.due.value.isoformat() == "2023-06-30"


def test_a_forwarded_day_counts_from_its_header(readers: Mapping[str, Reader]) -> None:
    assert read(readers, "小演 5月6日 17:40：\n今天跟武宁连线，4人") == [("武宁县", "05-06", "video", 4)]


def test_an_answer_under_a_quotation_is_read(readers: Mapping[str, Reader]) -> None:
    text = "「演示：武宁上周去了没有？」\n- - - - - - -\n去了，上周二，一共3人"
    assert read(readers, text) == [("武宁县", "05-02", "onsite", 3)]
    assert read(readers, "“武宁县总：5月8日来了7人”\n收到") == []


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("争取月底再跑一趟武宁", Intent.PLAN),
        ("武宁先不去了，他们在考察", Intent.PLAN),
        ("下星期武宁，下下星期修水", Intent.PLAN),
        ("武宁6月份去，时间再定", Intent.PLAN),
        ("武宁打了两遍都没人接，改天再说", Intent.NONE),
        ("给武宁县总打过去，一直占线", Intent.NONE),
        ("通知：本周五前各县把材料报到我这里", Intent.NONE),
        ("修水县总昨天组织插花比赛，来了五十多人", Intent.NONE),
        ("修水的现场照片发群里了", Intent.NONE),
        ("武宁县总上午来拜年，算私人走动，不记", Intent.NONE),
        ("修水要的锦旗做好了，谁去送一下", Intent.NONE),
        ("武宁今年谁跑得最少", Intent.QUESTION),
        ("给我列一下武宁没办结的", Intent.QUESTION),
        ("武宁那条时间填错了怎么改？", Intent.QUESTION),
        ("武宁昨天那条人数应该是7", Intent.CORRECTION),
        ("昨天那个不是武宁，是修水", Intent.CORRECTION),
        ("好的，昨天我去武宁了，座谈5人", Intent.CONTACT),
    ],
)
def test_what_a_message_is_for(text: str, intent: Intent, readers: Mapping[str, Reader]) -> None:
    assert readers["jiujiang"].read(text, NOW).intent is intent


@pytest.mark.parametrize(
    ("text", "practice"),
    [
        ("武宁有个好法子：缺人看店，就请退休工人轮流值守，别的县照着办就行", "请退休工人轮流值守"),
        ("武宁的“流动澡堂车”管用，建议全市抄作业", "“流动澡堂车”"),
    ],
)
def test_commended_practices(text: str, practice: str, readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read(text, NOW)
    assert (reading.intent, len(reading.experiences)) == (Intent.EXPERIENCE, 1)
    assert practice in reading.experiences[0].summary.value


def test_a_list_of_practices_praised_as_a_whole(readers: Mapping[str, Reader]) -> None:
    text = "两条经验：\n1.武宁县把夜校办到码头；\n2.修水县每月开一次“车间茶话”。\n都可推广。"
    found = readers["jiujiang"].read(text, NOW).experiences
    assert [practice.county.value for practice in found] == ["武宁县", "修水县"]


def test_a_county_behind_its_city_makes_no_mayor(readers: Mapping[str, Reader]) -> None:
    reading = readers["anhui"].read("今天给合肥市长丰县总工会打电话，了解工作进展", NOW, Sender("演示"))
    assert [(c.county.value, c.channel.value) for c in reading.contacts] == [("长丰县", "phone")]
