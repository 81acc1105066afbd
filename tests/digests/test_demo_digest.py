"""The demo's digest of 2023-02-27 09:00: every figure against a literal counted by hand from samples.yaml."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from campaign.actions.views import campaign_figures
from campaign.progress import Progress
from campaign.vocabulary import Channel, DigestKind
from digests import digest_texts, gather, status_text
from digests.facts import DigestFacts
from storage import Database
from tests.digests.demo import DEMO, empty_campaign, play_samples

CUT_OFF = datetime.fromisoformat("2023-02-27T09:00:00+08:00")
# County, state, days of on-site visits in 2023.
TILES = [
    ("修水县", "D", 0),
    ("武宁县", "C", 0),
    ("庐山市", "B", 1),
    ("柴桑区", "B", 0),
    ("都昌县", "B", 1),
    ("永修县", "B", 0),
    ("德安县", "A", 2),
    ("共青城市", "B", 1),
    ("瑞昌市", "B", 1),
    ("湖口县", "B", 0),
    ("浔阳区", "B", 1),
    ("濂溪区", "B", 0),
    ("彭泽县", "B", 1),
]
TEXT = """\
<b>【演示】双月调度</b>
九江市“县级工会加强年”专项工作（演示）
截至2023年2月27日 09:00

<b>一、本期情况（2022年12月28日至2023年2月27日）</b>
县级工会 13 个：已登记联系 11 个，未登记联系 2 个。
登记联系 16 次：实地 9 次，视频 2 次，电话 4 次，会面 1 次。
比上期：已登记联系 12 → 11 个县，登记联系 14 → 16 次。
另补登此前联系 1 次，不计入本期。
提出问题 6 个，解决问题 2 个；总结经验 3 条。

<b>二、总体情况</b>
每年实地调研（2023年，每县 2 次）：已完成 1 个县级工会，未完成 12 个；\
应有 26 次，已有 8 次，还需 18 次。期限2023年12月31日，余 308 天。
已完成规定次数：德安县。
未解决问题 7 个，其中超期 2 个。
专项工作开展以来未登记联系 1 个。

<b>三、未登记联系的县级工会</b>
专项工作开展以来未登记联系（1 个）：
· 修水县（演示常务副主席，联系人 演示经审办主任）0/2 次
本期未登记联系（1 个）：
· 武宁县（演示常务副主席，联系人 演示财务部部长）0/2 次

<b>四、问题和经验</b>
党委政府协调：提出 1 个，解决 0 个，未解决 2 个
工会系统资源：提出 2 个，解决 2 个，未解决 1 个（超期 1 个）
县级自身：提出 2 个，解决 0 个，未解决 3 个（超期 1 个）
由谁解决未定：提出 1 个，解决 0 个，未解决 1 个
未解决按类别：服务阵地 3 个（新提 1，解决 1，超期 1）；组建入会 2 个（新提 2）；\
职工维权 1 个（新提 1）；帮扶服务 1 个（新提 1，超期 1）。
经验：彭泽县，【演示】“流动服务车”每周到沿江乡镇
经验：共青城市，【演示】高校与企业工会共建职工夜校

注：“未登记联系”指系统中没有登记，不等于没有联系；各级联系合并计算。"""


@pytest.fixture
def played(database_url: str) -> Iterator[Database]:
    database = empty_campaign(database_url)
    play_samples(database)
    yield database
    database.close()


def counted(database: Database, at: datetime = CUT_OFF) -> DigestFacts:
    return database.read(
        lambda unit: gather(
            unit, DEMO, next(c for c in unit.campaigns.plan(DEMO).rhythm.cut_offs if c.at == at)
        ),
        at,
    )


def test_every_figure_is_the_one_counted_by_hand(played: Database) -> None:
    facts = counted(played)
    (section,) = facts.sections
    assert (section.kind, section.first, section.last) == (
        DigestKind.TWO_MONTH,
        date(2022, 12, 28),
        date(2023, 2, 27),
    )
    assert (section.counties, section.contacted, section.contacts) == (13, 11, 16)
    assert {channel: number for channel, number in section.channels.items() if number} == {
        Channel.ONSITE: 9,
        Channel.PHONE: 4,
        Channel.VIDEO: 2,
        Channel.MEETING: 1,
    }
    assert [facts.counties[n].name for n in section.uncovered] == ["修水县", "武宁县"]
    assert [facts.counties[n].name for n in facts.never] == ["修水县"]
    assert (section.raised, section.closed, section.open, section.overdue) == (6, 2, 7, 2)
    assert (section.practices, section.late) == (3, 1)
    assert (facts.demo, facts.holidays_unknown, facts.cut_off) == (True, None, CUT_OFF)


def test_the_quota_is_the_one_counted_by_hand(played: Database) -> None:
    quota = counted(played).quota
    assert (quota.year, quota.last, quota.required) == (2023, date(2023, 12, 31), 2)
    assert (quota.met, quota.done, quota.owed, quota.days_left) == (1, 8, 26, 308)


def test_every_tile_is_the_one_counted_by_hand(played: Database) -> None:
    assert [(c.name, c.state.value, c.done) for c in counted(played).counties] == TILES


def test_the_windows_before_are_counted_as_they_are_known_at_the_cut_off(played: Database) -> None:
    # The call to 都昌县 of December 27 was typed a day later: now it is in the first window.
    assert [
        (point.last, point.counties, point.contacted, point.contacts) for point in counted(played).trend
    ] == [
        (date(2022, 12, 27), 13, 12, 14),
        (date(2023, 2, 27), 13, 11, 16),
    ]


def test_every_county_stands_where_the_one_standing_says(played: Database) -> None:
    found = counted(played).counties
    assert {county.required for county in found} == {2}
    assert [county.name for county in found if county.progress is Progress.NEVER] == ["修水县"]
    assert [county.name for county in found if county.progress is Progress.DONE] == ["德安县"]
    assert {county.progress for county in found} == {Progress.NEVER, Progress.DONE, Progress.ON_TRACK}


def test_the_text_is_the_one_written_by_hand(played: Database) -> None:
    assert digest_texts(counted(played)) == [TEXT]


def test_status_at_that_moment_says_the_same(played: Database) -> None:
    plan, figures = played.read(
        lambda unit: (unit.campaigns.plan(DEMO), campaign_figures(unit, DEMO)), CUT_OFF
    )
    status = status_text(plan, figures, CUT_OFF)
    assert set(status.splitlines()) - set(TEXT.splitlines()) == {"<b>【演示】进展情况</b>"}
    assert status.splitlines()[1:7] == TEXT.splitlines()[1:7]


def test_the_december_digest_merges_four_rhythms_of_the_same_days(played: Database) -> None:
    facts = counted(played, datetime.fromisoformat("2022-12-27T09:00:00+08:00"))
    # The call to 都昌县 on the 27th was typed a day later, so it is not in yet.
    assert [section.contacts for section in facts.sections] == [13, 13, 13, 13]
    assert (facts.quota.required, facts.quota.met, facts.quota.done, facts.quota.owed) == (1, 8, 8, 13)
    section = facts.sections[0]
    assert (section.raised, section.closed, section.open, section.overdue) == (4, 1, 3, 0)
    assert (section.practices, section.late, section.contacted) == (1, 0, 12)
