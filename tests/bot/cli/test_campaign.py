"""`liaison campaign` and `liaison roster`."""

import json
from pathlib import Path

import pytest

from bot.cli.help.texts import COMMAND_HELP
from tests.bot.cli.conftest import Liaison

HEAD = "联系领导,职务,县级工会,联系人,联系人职务\n"


def test_a_shipped_campaign_is_in_order(liaison: Liaison) -> None:
    said = liaison("campaign", "check", "jiujiang-2022")
    assert said.code == 0
    for line in ("13 个县，7 位", "2023年8月25日 09:00  双月调度\n", "双月调度、季度小结、半年总结"):
        assert line in said.out
    assert not Path("var").exists()


def test_each_fault_says_where_it_is_and_how_to_mend_it(liaison: Liaison, tmp_path: Path) -> None:
    (tmp_path / "campaign.yaml").write_text("id: Demo\ntitel: 演示\nend: 去年\n", "utf-8")
    said = liaison("campaign", "check", "campaign.yaml")
    assert said.code == 1
    assert said.err.startswith("出错：campaign.yaml 有")
    for line in (
        "第 1 行：“id”不能是“Demo”。只能用小写字母、数字和连字符",
        "第 2 行：不认识“titel”。请删去或改正拼写（是不是想写“title”？）",
        "第 3 行：“end”写成了“去年”。应写成 2022-11-15 这样的日期",
        "缺少“start”",
    ):
        assert line in said.err


@pytest.mark.parametrize("step", ["check", "load"])
def test_a_campaign_that_is_not_there(liaison: Liaison, step: str) -> None:
    said = liaison("campaign", step, "shaanxi-2022")
    assert said.code == 1
    assert "（aba-2022、anhui-2022、" in said.err
    assert "jiujiang-2022、jiujiang-2022-demo、" in said.err


def test_loading_twice_changes_nothing(liaison: Liaison) -> None:
    assert "已载入" in liaison("campaign", "load", "jiujiang-2022-demo").out
    said = liaison("campaign", "load", "jiujiang-2022-demo")
    assert (said.code, said.err) == (0, "")
    assert "没有变化" in said.out


def test_a_roster_is_shown_and_then_imported(at_work: Liaison, tmp_path: Path) -> None:
    rows = (
        "演示副主席一,,修水县,演示经审办主任,",
        "演示副主席一,,庐山市,演示权益部部长,",
        "演示副主席一,,演示县,,",
    )
    table = HEAD + "\n".join(rows)
    (tmp_path / "new.csv").write_bytes(table.encode("gb18030"))
    dry = at_work("roster", "import", "new.csv", "--dry-run")
    assert dry.code == 0
    assert "安排表有 3 个县" in dry.out
    assert "新增 1 个县：演示县" in dry.out
    assert "换人 1 个县：修水县" in dry.out
    assert "不再联系 11 个县：武宁县、" in dry.out
    assert "请核对（2 处，不改也能导入）：\n第 4 行：区划表里没有“演示县”\n" in dry.out
    assert "第 2 行：“演示副主席一”联系 3 个县，比规定的多\n" in dry.out
    assert "没有写入" in dry.out
    done = at_work("roster", "import", "new.csv")
    assert "已导入" in done.out
    again = at_work("roster", "import", "new.csv", "--dry-run")
    assert "与现在的没有不同" in again.out


def test_a_roster_with_faults_is_not_imported(at_work: Liaison, tmp_path: Path) -> None:
    (tmp_path / "new.csv").write_text(HEAD + "演示,,修水县,,\n演示,,修水县,,\n", "utf-8")
    said = at_work("roster", "import", "new.csv")
    assert said.code == 1
    assert "第 3 行：“修水县”出现了两次" in said.err


def test_a_roster_needs_a_campaign(liaison: Liaison, tmp_path: Path) -> None:
    (tmp_path / "new.csv").write_text(HEAD + "演示,,修水县,,\n", "utf-8")
    said = liaison("roster", "import", "new.csv")
    assert said.code == 1
    assert "还没有载入专项工作" in said.err
    assert "campaign load" in COMMAND_HELP


def test_one_of_several_campaigns_must_be_named(at_work: Liaison) -> None:
    at_work("campaign", "load", "anhui-2022")
    said = at_work("coverage")
    assert said.code == 2
    assert "anhui-2022、jiujiang-2022-demo" in said.err
    assert at_work("coverage", "--campaign", "anhui-2022").code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("coverage",),
        ("digest", "quarter", "--out", "out"),
        ("invite", "演示主席"),
        ("invite", "--admin"),
        ("roster", "import", "new.csv"),
    ],
)
def test_a_campaign_that_is_not_loaded_is_told_with_those_that_are(
    at_work: Liaison, command: tuple[str, ...]
) -> None:
    said = at_work(*command, "--campaign", "jiujiang-2022-dmeo")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "出错：没有载入编号是“jiujiang-2022-dmeo”的专项工作（是不是想写“jiujiang-2022-demo”？）。"
        "已载入的有：jiujiang-2022-demo。\n"
    )


def test_the_setting_is_only_the_default(at_work: Liaison, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work("campaign", "load", "anhui-2022")
    monkeypatch.setenv("LIAISON_CAMPAIGN", "anhui-2022")
    assert "安徽省" in at_work("coverage").out.splitlines()[0]
    assert "九江市" in at_work("coverage", "--campaign", "jiujiang-2022-demo").out.splitlines()[0]
    monkeypatch.setenv("LIAISON_CAMPAIGN", "xizang-2022")
    said = at_work("coverage")
    assert (said.code, "（LIAISON_CAMPAIGN 设的）" in said.err, "anhui-2022" in said.err) == (2, True, True)
    assert at_work("coverage", "--campaign", "anhui-2022").code == 0


def test_a_template_is_written_checked_and_not_overwritten(liaison: Liaison) -> None:
    shown = liaison("campaign", "template")
    assert (shown.code, shown.err) == (0, "")
    assert "quotas:" in shown.out
    done = liaison("campaign", "template", "--out", "mine")
    assert done.out.splitlines() == ["已写入 mine/campaign.yaml", "已写入 mine/roster.csv"]
    assert Path("mine/campaign.yaml").read_text("utf-8").strip() == shown.out.strip()
    assert liaison("campaign", "check", "mine").code == 0
    again = liaison("campaign", "template", "--out", "mine")
    assert (again.code, "已经存在，不会覆盖" in again.err) == (1, True)


def test_the_schema_is_json(liaison: Liaison) -> None:
    said = liaison("campaign", "schema")
    assert json.loads(said.out)["properties"]["start"]["description"] == "第一天；更早的联系不登记"


def test_the_dates_of_a_year_are_shown_before_they_are_agreed(liaison: Liaison) -> None:
    said = liaison("campaign", "dates", "jiujiang-2022")
    assert (said.code, said.err) == (0, "")
    for line in (
        "调度（9 次）\n",
        "  2023年8月25日（周五）09:00  双月调度（27 日休息，提前），草稿 8月23日\n",
        "  2023年6月27日（周二）09:00  双月调度、季度小结、半年总结、党组汇报，草稿 6月25日\n",
        "双月时段\n  2022年11月15日至12月27日\n",
        "次数要求“每年实地调研”（每个县，每年，实地）\n  2022年11月15日至12月31日  1 次\n",
        "  2023年1月1日至12月31日  2 次\n",
        "以上日子请先商定，再载入。",
    ):
        assert line in said.out
    assert not Path("var").exists()
