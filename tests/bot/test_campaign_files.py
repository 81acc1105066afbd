"""Rules and rosters as people save them, and what is said when they are wrong."""

import codecs
from importlib import import_module
from pathlib import Path

import pytest

from bot.campaign_files import find_rules, read_campaign, read_roster_file, shipped
from bot.file_faults import UnusableFileError
from bot.rules_file import read_rules
from campaign.roster import default_prefecture

RULES = """\
id: demo-one
title: 演示
organisation: 演示市总工会
tier: city
zone: Asia/Shanghai
start: 2022-11-15
end: 2023-12-31
roster: roster.csv
quotas:
  - id: onsite
    name: 实地
    count: 2
    window: calendar_year
digests:
  day: 27
  time: 09:00
  two_month: [2, 4]
quiet_hours: {from: 21:00, to: 08:00}
"""
ROSTER = "联系领导,职务,县级工会,联系人\n演示甲,主席,修水县,演示乙\n,,武宁县,演示丙\n"


def faults(path: Path) -> list[tuple[int | None, str, str]]:
    with pytest.raises(UnusableFileError) as caught:
        read_rules(path)
    return [(fault.line, fault.kind, fault.facts.get("field", "")) for fault in caught.value.faults]


def written(folder: Path, text: str, name: str = "campaign.yaml", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("campaign", "counties"), [("jiujiang-2022", 13), ("jiujiang-2022-demo", 13), ("anhui-2022", 104)]
)
def test_shipped_campaigns_are_in_order(campaign: str, counties: int) -> None:
    definition, roster = read_campaign(campaign)
    assert definition.id == campaign
    assert len(roster.rows) == counties
    assert campaign in shipped()


def test_a_campaign_is_found_by_id_folder_and_file(tmp_path: Path) -> None:
    path = written(tmp_path, RULES)
    assert find_rules(str(path)) == find_rules(str(tmp_path)) == path
    assert find_rules("anhui-2022").parent.name == "anhui-2022"
    with pytest.raises(UnusableFileError):
        find_rules("shaanxi-2022")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_rules_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    rules = read_rules(written(tmp_path, RULES, encoding=encoding))
    assert rules.title == "演示"
    assert rules.digests.time.hour == 9
    assert rules.quiet_hours.start.hour == 21


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("title: 演示\n", "", (1, "rule_missing", "title")),
        ("title: 演示", "titel: 演示", (2, "rule_unknown", "titel")),
        ("tier: city", "tier: city\ntier: town", (5, "rule_twice", "tier")),
        ("start: 2022-11-15", "start: 去年", (6, "rule_date", "start")),
        ("end: 2023-12-31", "end: 2021-12-31", (7, "rule_backwards", "end")),
        ("    count: 2", "    count: 零", (12, "rule_number", "quotas[1].count")),
        ("    count: 2", "    count: 0", (12, "rule_least", "quotas[1].count")),
        ("window: calendar_year", "window: year", (13, "rule_word", "quotas[1].window")),
        ("  day: 27", "  day: 31", (15, "rule_most", "digests.day")),
        ("  time: 09:00", "  time: 九点", (16, "rule_time", "digests.time")),
        ("id: demo-one", "id: 演示", (1, "rule_id", "id")),
        ("zone: Asia/Shanghai", "zone: Asia/Beijing", (5, "rule_zone", "zone")),
        ("  two_month: [2, 4]", "  two_month: [2, 4", (17, "yaml_broken", "")),
    ],
)
def test_each_fault_has_its_line(tmp_path: Path, old: str, new: str, fault: tuple[int, str, str]) -> None:
    assert old in RULES
    found = faults(written(tmp_path, RULES.replace(old, new)))
    assert fault[1:] in [known[1:] for known in found]
    if fault[1] != "yaml_broken":
        assert fault in found


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = RULES.replace("title: 演示\n", "").replace("day: 27", "day: 0")
    assert [kind for _, kind, _ in faults(written(tmp_path, text))] == ["rule_missing", "rule_least"]


def test_a_misspelt_word_has_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError) as caught:
        read_rules(written(tmp_path, RULES.replace("two_month:", "two_months:")))
    assert caught.value.faults[0].facts["near"] == "two_month"


@pytest.mark.parametrize("text", ["", "- 1", "演示"])
def test_what_holds_no_rules(tmp_path: Path, text: str) -> None:
    assert faults(written(tmp_path, text)) == [(1, "rules_empty", "")]


def test_an_alias_must_lead_to_the_roster(tmp_path: Path) -> None:
    written(tmp_path, ROSTER, "roster.csv")
    written(tmp_path, RULES + "aliases: {星子县: 庐山市}\n")
    with pytest.raises(UnusableFileError) as caught:
        read_campaign(str(tmp_path))
    assert [fault.kind for fault in caught.value.faults] == ["alias_stray"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_roster_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    roster = read_roster_file(written(tmp_path, ROSTER, "r.csv", encoding), "演示市总工会")
    assert [(row.county, row.liaison, row.prefecture) for row in roster.rows] == [
        ("修水县", "演示甲", "演示市"),
        ("武宁县", "演示甲", "演示市"),
    ]


def test_a_roster_with_tabs(tmp_path: Path) -> None:
    roster = read_roster_file(written(tmp_path, ROSTER.replace(",", "\t"), "r.csv"), "")
    assert [row.county for row in roster.rows] == ["修水县", "武宁县"]


def test_a_roster_with_a_big_endian_mark(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(codecs.BOM_UTF16_BE + ROSTER.encode("utf-16-be"))
    assert len(read_roster_file(path, "").rows) == 2


def test_a_roster_as_a_sheet(tmp_path: Path) -> None:
    book = import_module("openpyxl").Workbook()
    sheet = book.active
    for line in ROSTER.splitlines():
        sheet.append([cell or None for cell in line.split(",")])
    sheet.append([None, None, 2023, 12.5])
    book.save(tmp_path / "r.xlsx")
    rows = read_roster_file(tmp_path / "r.xlsx", "").rows
    assert [(row.county, row.contact_person) for row in rows] == [
        ("修水县", "演示乙"),
        ("武宁县", "演示丙"),
        ("2023", "12.5"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("r.csv", b"\x00\x01\xff\xfe\x80", "encoding"),
        ("r.csv", '联系领导,县级工会\n"演示,修水县\n'.encode(), "csv_broken"),
        ("r.csv", "联系领导,县级工会\n".encode(), "roster_empty"),
        ("r.csv", "姓名,县级工会\n演示,修水县\n".encode(), "head_missing"),
        ("r.csv", "联系领导,县级工会\n演示,修水县\n演示,修水县\n".encode(), "county_twice"),
        ("r.csv", "联系领导,县级工会\n演示,\n".encode(), "county_missing"),
        ("r.csv", "联系领导,县级工会\n,修水县\n".encode(), "liaison_missing"),
        ("r.xlsx", b"PK\x03\x04 no sheet", "sheet_broken"),
        ("r.docx", b"", "table_kind"),
    ],
)
def test_what_is_no_roster(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnusableFileError) as caught:
        read_roster_file(tmp_path / name, "")
    assert kind in [fault.kind for fault in caught.value.faults]


def test_a_roster_that_is_not_there(tmp_path: Path) -> None:
    for path, kind in ((tmp_path / "none.csv", "file_missing"), (tmp_path / "dir.csv", "file_unreadable")):
        (tmp_path / "dir.csv").mkdir(exist_ok=True)
        with pytest.raises(UnusableFileError) as caught:
            read_roster_file(path, "")
        assert caught.value.faults[0].kind == kind


@pytest.mark.parametrize(
    ("organisation", "prefecture"),
    [("九江市总工会", "九江市"), ("安徽省总工会", ""), ("演示", "")],
)
def test_the_prefecture_comes_from_the_organisation(organisation: str, prefecture: str) -> None:
    assert default_prefecture(organisation) == prefecture
