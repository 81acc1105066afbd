"""`liaison campaign load` of a campaign that is loaded: what would change is told, and wants to be agreed."""

from pathlib import Path

import pytest

from bot.campaign_files import shipped
from tests.bot.cli.conftest import Liaison

DEMO = "jiujiang-2022-demo"


@pytest.fixture
def mine(liaison: Liaison, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A loaded campaign, and its two files to be changed."""
    monkeypatch.setenv("LIAISON_NOW", "2023-02-20T08:30")
    assert liaison("campaign", "load", DEMO).code == 0
    folder = Path("mine")
    folder.mkdir()
    for name in ("campaign.yaml", "roster.csv"):
        (folder / name).write_bytes((shipped()[DEMO] / name).read_bytes())
    return folder


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_what_is_the_same_is_loaded_without_a_question(liaison: Liaison, mine: Path) -> None:
    said = liaison("campaign", "load", "mine")
    assert (said.code, said.out) == (
        0,
        "“九江市“县级工会加强年”专项工作（演示）”的规则没有变化；安排表 13 个县。\n",
    )


def test_a_difference_is_told_and_taken_once_it_is_agreed(liaison: Liaison, mine: Path) -> None:
    changed(mine / "campaign.yaml", "count: 2", "count: 3")
    changed(mine / "campaign.yaml", "day: 27", "day: 20")
    changed(mine / "roster.csv", "修水县", "演示新县")
    said = liaison("campaign", "load", "mine")
    assert (said.code, said.err) == (1, "")
    for line in (
        "调度 几号：27 → 20\n",
        "次数要求“每年实地调研”：次数：2 → 3\n",
        "不再发的调度（8）：\n  2023年2月27日（周一）09:00  双月调度\n",
        "新增的调度（8）：\n  2023年2月20日（周一）09:00  双月调度\n",
        "新增 1 个县：演示新县\n不再联系 1 个县：修水县\n",
        "还没有载入。核对无误后，加上 --yes 再运行一次",
    ):
        assert line in said.out
    assert "修水县" in liaison("coverage").out
    done = liaison("campaign", "load", "mine", "--yes")
    assert (done.code, "已载入" in done.out) == (0, True)
    assert "请核对（1 处，不改也能导入）：\n第 2 行：区划表里没有“演示新县”\n" in done.out
    assert "演示新县" in liaison("coverage").out
    again = liaison("campaign", "load", "mine")
    assert (again.code, "没有变化" in again.out) == (0, True)


def test_a_roster_alone_may_differ(liaison: Liaison, mine: Path) -> None:
    changed(mine / "roster.csv", "演示经审办主任", "演示新主任")
    said = liaison("campaign", "load", "mine")
    assert said.code == 1
    assert said.out.splitlines()[:-1] == ["换人 1 个县：修水县"]


def test_agreeing_beforehand_hinders_nothing(liaison: Liaison) -> None:
    assert "已载入" in liaison("campaign", "load", DEMO, "--yes").out
