"""What a group reads, word for word; and that Telegram takes it whatever people typed."""

import re
from datetime import date
from html import unescape

import pytest

from campaign.quota_rules import QuotaRule, QuotaScope
from campaign.vocabulary import Resolver
from digests import digest_texts, status_text, texts
from digests.chat_text import MESSAGE_LIMIT, SCREEN, chat_texts, clip, units
from digests.edits import Edits
from digests.facts import DigestFacts, TrendPoint
from digests.report import Block, Report
from digests.told import (
    AmendedFacts,
    CategoryFacts,
    ClassFacts,
    DutyFacts,
    MilestoneFacts,
    PracticeFacts,
    SameFacts,
    TierFacts,
)
from tests.campaign.plans import plan
from tests.digests.golden import joined, recorded
from tests.digests.stands import county, facts, figures, moment

FEBRUARY = moment(2023, 2, 27)
MIXED = (
    county("演示甲县"),
    county("演示乙县", contacts=1),
    county("演示丙县", contacts=2, period=1, days=1),
    county("演示丁县", contacts=3, period=2, days=2),
)
ODD = (county("<b>甲&乙</b>县"), county("丙\n\u202e县😀", contacts=1, prefecture='"引号"市'))


def merged() -> DigestFacts:
    two_month = (
        county("演示甲县"),
        county("演示乙县", 1),
        county("演示丙县", 2),
        county("演示丁县", 3, 1, 1),
    )
    quarter = (
        county("演示甲县"),
        county("演示乙县", 1),
        county("演示丙县", 2, 1),
        county("演示丁县", 3, 2, 1),
    )
    half_year = (
        county("演示甲县"),
        county("演示乙县", 1, 1),
        county("演示丙县", 2, 2),
        county("演示丁县", 3, 3, 1),
    )
    return facts(moment(2023, 6, 27), two_month, quarter, half_year)


def everything() -> DigestFacts:
    """A digest with something to say of all there is."""
    rows = [county(f"演示{n}县", n % 3, n % 2, n % 3, prefecture=f"演示{n % 2}市") for n in range(8)]
    base = facts(FEBRUARY, rows)
    (section,) = base.sections
    first, last = date(2022, 11, 15), date(2022, 12, 27)
    before = TrendPoint(first=first, last=last, counties=8, contacted=3, contacts=5)
    told = {
        "counties": (base.counties[0].model_copy(update={"paused": True}), *base.counties[1:]),
        "sections": (section.model_copy(update={"before": before}),),
        "classes": (
            ClassFacts(resolver=Resolver.PARTY_GOVERNMENT, open=3, overdue=1, raised=2, closed=1),
            ClassFacts(resolver=Resolver.COUNTY_ITSELF, open=0, overdue=0, raised=0, closed=0),
            ClassFacts(resolver=None, open=4, overdue=1, raised=4, closed=1),
        ),
        "categories": (
            CategoryFacts(name="服务阵地", open=5, overdue=2, raised=3, closed=1),
            CategoryFacts(name="工会经费", open=2, overdue=0, raised=2, closed=0),
            CategoryFacts(name="帮扶服务", open=0, overdue=0, raised=0, closed=0),
            CategoryFacts(name="干部和编制", open=1, overdue=0, raised=0, closed=0),
            CategoryFacts(name="制度机制", open=0, overdue=0, raised=0, closed=1),
            CategoryFacts(name=None, open=1, overdue=0, raised=1, closed=0),
        ),
        "same": (SameFacts(text="活动阵地不足", counties=4, new=2), SameFacts(text="经费" * 40, counties=2)),
        "found": (PracticeFacts(place="演示0市演示2县", text="把职工书屋办进快递分拣中心"),),
        "amended": AmendedFacts(corrected=2, withdrawn=1),
        "duties": (
            DutyFacts(name="联席会议", last=date(2023, 12, 31), holders=8, done=2, missing=NAMES),
            DutyFacts(name="党组汇报", last=date(2023, 6, 30), holders=1, done=1, missing=()),
        ),
        "milestones": (
            MilestoneFacts(name="动员会", first=date(2022, 12, 1), last=date(2023, 1, 10)),
            MilestoneFacts(name="推进会", first=date(2023, 2, 20), last=date(2023, 4, 30)),
            MilestoneFacts(name="总结会", first=date(2023, 9, 1), last=date(2023, 9, 1)),
        ),
        "tiers": TierFacts(own=2, others=1, both=3, nobody=2, unpaired=1),
        "missing": 9,
        "short": 5,
    }
    return base.model_copy(update=told)


NAMES = tuple(f"演示{n}县" for n in range(6))


GOLDEN = {
    "everything": everything(),
    "empty": facts(FEBRUARY, ()),
    "one_county": facts(FEBRUARY, (county("演示甲县", contacts=1, period=1, days=1),)),
    "mixed": facts(FEBRUARY, MIXED),
    "demo": facts(FEBRUARY, MIXED, rules=plan(demo=True)),
    "odd_names": facts(FEBRUARY, ODD, rules=plan(title="A <&> B")),
    "merged": merged(),
    "merged_same_days": facts(moment(2022, 12, 27), MIXED),
    "many": facts(FEBRUARY, tuple(county(f"演示{n}县", contacts=n % 2) for n in range(150))),
    "too_many": facts(FEBRUARY, tuple(county(f"演示{n}县", prefecture=f"演示{n % 9}市") for n in range(900))),
}


def shown(html: str) -> str:
    return unescape(re.sub(r"</?b>", "", html))


@pytest.mark.parametrize("name", GOLDEN)
def test_digests_read_as_recorded(name: str) -> None:
    parts = digest_texts(GOLDEN[name])
    assert joined(parts) == recorded(name, parts)


@pytest.mark.parametrize("name", GOLDEN)
def test_every_message_is_short_enough_and_well_formed(name: str) -> None:
    for part in digest_texts(GOLDEN[name]):
        assert 0 < units(shown(part)) <= MESSAGE_LIMIT
        assert part.count("<b>") == part.count("</b>")
        assert not re.search(r"<(?!/?b>)|&(?!amp;|lt;|gt;)", part)


def test_a_long_digest_names_every_county_once_and_numbers_its_messages() -> None:
    screen, *lists = digest_texts(GOLDEN["many"])
    assert units(shown(screen)) <= SCREEN
    assert [part.splitlines()[0] for part in lists] == ["<b>双月调度（附）</b>"]
    assert sorted(re.findall(r"演示\d+县（", "".join(lists))) == sorted(f"演示{n}县（" for n in range(150))


def test_lists_without_end_are_told_to_be_read_elsewhere() -> None:
    screen, *lists = digest_texts(GOLDEN["too_many"])
    assert units(shown(screen)) <= SCREEN
    assert len(lists) == 1
    left = re.search(r"另有 (\d+) 个没有列出，可发 /uncovered 查看$", lists[-1])
    assert left
    assert "".join(lists).count("\n· ") - 1 + int(left[1]) == 900 + 9


@pytest.mark.parametrize("name", GOLDEN)
def test_the_first_message_is_one_screen(name: str) -> None:
    assert units(shown(digest_texts(GOLDEN[name])[0])) <= SCREEN


def test_what_a_reviewer_added_stays_on_the_screen() -> None:
    edits = Edits(added=("请各单位抓紧。",))
    screen, *rest = digest_texts(GOLDEN["everything"], edits=edits)
    assert "请各单位抓紧。" in screen
    assert "重要节点" in rest[0]


def test_of_liaisons_the_quota_names_liaisons() -> None:
    quota = GOLDEN["one_county"].quota.model_copy(
        update={"scope": QuotaScope.LIAISON, "counties": 3, "met": 1, "owed": 6, "done": 4}
    )
    assert "每位联系领导 2 次）：已完成 1 位联系领导，未完成 2 位；" in texts.quota(quota)
    assert texts.quota(quota.model_copy(update={"counties": 0})).endswith("每位联系领导 2 次。")


def test_no_message_ends_with_a_heading() -> None:
    for limit in range(400, 1000, 25):
        for part in digest_texts(GOLDEN["mixed"], limit):
            assert units(shown(part)) <= limit
            assert not part.splitlines()[-1].endswith(("</b>", "："))


def test_a_merged_digest_lists_each_county_once_under_the_longest_silence() -> None:
    text = "".join(digest_texts(merged()))
    assert [text.count(f"演示{name}县（") for name in "甲乙丙丁"] == [1, 1, 1, 0]
    assert text.index("专项工作开展以来未登记联系（1 个）") < text.index("季度内未登记联系（1 个）")
    assert "双月内未登记联系（1 个）" in text


def test_an_unknown_holiday_table_is_said() -> None:
    rules = plan(start=date(2027, 1, 1), end=date(2027, 12, 31))
    assert "2027年放假安排尚未载入" in "".join(
        digest_texts(facts(rules.rhythm.cut_offs[0].at, (), rules=rules))
    )


def test_status_has_the_digest_s_own_sentences() -> None:
    rules = plan()
    cut_off = rules.rhythm.cut_offs[1]
    status = status_text(rules, figures(rules, cut_off, [MIXED])[0], cut_off.at)
    digest = digest_texts(facts(FEBRUARY, MIXED))[0]
    assert status.startswith("<b>进展情况</b>")
    assert set(status.splitlines()) - set(digest.splitlines()) == {"<b>进展情况</b>"}


def test_whatever_is_typed_fits() -> None:
    report = Report(
        "题" * 9000,
        ("😀" * 9000,),
        (Block("window:two_month", "头", ("&" * 9000, "<" * 9000)),),
        ("注" * 9000,),
    )
    for part in chat_texts(report):
        assert units(shown(part)) <= MESSAGE_LIMIT


@pytest.mark.parametrize(("text", "limit"), [("甲" * 10, 5), ("😀" * 10, 5), ("abc", 3), ("😀😀", 3)])
def test_clipping_keeps_within_the_limit(text: str, limit: int) -> None:
    assert units(clip(text, limit)) <= limit


@pytest.mark.parametrize(
    ("rule", "window"),
    [
        ({"window": "quarter"}, "2023年1月1日至3月31日"),
        ({"window": "rolling", "days": 60}, "2022年12月30日至2023年2月27日"),
        ({"window": "by_date", "by": "2023-03-31"}, "2022年11月15日至2023年3月31日"),
        ({"window": "campaign"}, "专项工作期间"),
        ({"window": "calendar_year"}, "2023年"),
    ],
)
def test_the_window_of_the_quota_is_named(rule: dict[str, object], window: str) -> None:
    asked = QuotaRule.model_validate({"id": "visits", "name": "实地", "count": 1} | rule)
    made = facts(moment(2023, 2, 27), [county("甲县")], rules=plan(quotas=(asked,)))
    assert f"实地（{window}，每县 1 次）" in "".join(digest_texts(made))
    assert f"数字为实地（{window}）" in texts.number_meaning(made.quota)
