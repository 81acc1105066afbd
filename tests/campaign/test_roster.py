"""Pairing tables as documents print them."""

from campaign.roster import RosterFault, RosterRow, read_roster

HEAD = ["联系领导", "职务", "县级工会", "联系人", "联系人职务"]


def test_a_blank_liaison_is_filled_down_and_spaced_names_are_joined() -> None:
    table = [
        HEAD,
        ["演 示", "副主席", "甲　县", "某 某", "部长"],
        ["", "", "乙县", "另一人", ""],
        ["", "", "", "", ""],
        ["新领导", "", "丙县", "", ""],
    ]
    assert read_roster(table, "演示市").rows == (
        RosterRow(2, "甲县", "演示市", "演示", "副主席", "某某", "部长"),
        RosterRow(3, "乙县", "演示市", "演示", "副主席", "另一人", ""),
        RosterRow(5, "丙县", "演示市", "新领导", "", "", ""),
    )


def test_two_counties_in_one_cell_are_two_rows() -> None:
    rows = read_roster([["联系人（部门）", "市", "县级工会"], ["网络部", "合肥市", "甲县、乙县"]]).rows
    assert [(row.county, row.prefecture, row.liaison) for row in rows] == [
        ("甲县", "合肥市", "网络部"),
        ("乙县", "合肥市", "网络部"),
    ]


def test_a_table_without_the_two_columns_that_matter_is_refused() -> None:
    assert read_roster([["姓名", "电话"]]).faults == (
        RosterFault(1, "head_missing", "county"),
        RosterFault(1, "head_missing", "liaison"),
    )
    assert len(read_roster([]).faults) == 2


def test_faults_name_their_row() -> None:
    table = [HEAD, ["", "", "甲县", "", ""], ["领导", "", "", "", ""], ["领导", "", "甲县", "", ""]]
    assert read_roster(table).faults == (
        RosterFault(2, "liaison_missing", "甲县"),
        RosterFault(3, "county_missing", "领导"),
        RosterFault(4, "county_twice", "甲县"),
    )


def test_a_short_row_is_read_as_far_as_it_goes() -> None:
    assert read_roster([HEAD, ["领导", "主席", "甲县"]]).rows[0].contact_person == ""


def test_a_county_with_nobody_says_so_and_fills_nothing_down() -> None:
    read = read_roster([HEAD, ["领导", "主席", "甲县"], ["无", "—", "乙县", "无", "/"], ["", "", "丙县"]])
    assert [row[3:7] for row in read.rows] == [("领导", "主席", "", ""), ("", "", "", ""), ("", "", "", "")]
    assert (read.faults, read.doubts, read.counties) == ((), (), 3)


def test_two_liaisons_of_one_county_are_doubted_not_refused() -> None:
    read = read_roster([HEAD, ["甲", "", "甲县"], ["乙", "", "甲县"], ["乙", "", "乙县"]])
    assert (read.faults, read.counties, len(read.rows)) == ((), 2, 3)
    assert read.doubts == (RosterFault(3, "county_shared", "甲县"),)


def test_somebody_and_nobody_for_one_county_contradict_each_other() -> None:
    read = read_roster([HEAD, ["甲", "", "甲县"], ["无", "", "甲县"]])
    assert read.faults == (RosterFault(3, "county_twice", "甲县"),)
