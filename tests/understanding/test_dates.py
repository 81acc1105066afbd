from datetime import date

import pytest

from campaign.workdays import WorkCalendar, YearTable
from understanding import Lexicon
from understanding.dates import DateFinder
from understanding.deadlines import DeadlineFinder
from understanding.normalise import normalise

WEDNESDAY = date(2023, 7, 19)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("今天", ["2023-07-19"]),
        ("昨晚", ["2023-07-18"]),
        ("大前天", ["2023-07-16"]),
        ("三天前", ["2023-07-16"]),
        ("周三", ["2023-07-19"]),
        ("周五", ["2023-07-14"]),
        ("上周二", ["2023-07-11"]),
        ("上上礼拜天", ["2023-07-09"]),
        ("本周一", ["2023-07-17"]),
        ("上周都跑到了,修水周二", ["2023-07-10", "2023-07-11"]),
        ("7月19日", ["2023-07-19"]),
        ("7月20日", ["2022-07-20"]),
        ("12.29寿县,1.3巢湖", ["2022-12-29", "2023-01-03"]),
        ("6/14", ["2023-06-14"]),
        ("2022-11-03", ["2022-11-03"]),
        ("二〇二二年十一月三日", ["2022-11-03"]),
        ("去年12月31日", ["2022-12-31"]),
        ("１１ 月 ３ 日", ["2022-11-03"]),
        ("五月二十三号", ["2023-05-23"]),
        ("20号", ["2023-06-20"]),
        ("上个月20号", ["2023-06-20"]),
        ("上月底", ["2023-06-30"]),
        ("月初", ["2023-07-01"]),
        ("上月中旬", ["2023-06-11"]),
        ("立冬那天", ["2022-11-07"]),
        ("谷雨当天", ["2023-04-20"]),
        ("七夕那晚", ["2022-08-04"]),
        ("上周", ["2023-07-10"]),
        ("5月份", ["2023-05-01"]),
        ("6月12日至13日,12日在", ["2023-06-12", "2023-06-12"]),
        ("10日至12日", ["2023-07-10"]),
        ("8号、9号", ["2023-07-08", "2023-07-09"]),
        ("正月十六", ["2023-02-06"]),
        ("腊月二十", ["2023-01-11"]),
        ("初七", ["2023-01-28"]),
        ("元宵当天", ["2023-02-05"]),
        ("五一前一天", ["2023-04-30"]),
        ("小年那天", ["2023-01-14"]),
        ("端午节当天", ["2023-06-22"]),
        ("清明前一天", ["2023-04-04"]),
        ("腊月廿四肥东,廿五金安", ["2023-01-15", "2023-01-16"]),
        ("上周三、周四", ["2023-07-12", "2023-07-13"]),
        ("5月20日 17:42转:今天", ["2023-05-20", "2023-05-20"]),
        ("台账:2日,7月3日", ["2023-07-02", "2023-07-03"]),
        ("十月十二,去了", ["2022-10-12"]),
        ("上周四去的,前一天在", ["2023-07-13", "2023-07-12"]),
        ("除夕查了修水", ["2023-01-21"]),
        ("元旦前", []),
        ("重阳节我去修水", ["2022-10-04"]),
        ("农历三月三那天", ["2023-04-22"]),
        ("10号到的,12号走的", ["2023-07-10"]),
        ("3月份两次,3号,17号", ["2023-03-01", "2023-03-03", "2023-03-17"]),
        ("2月30日", ["2023-07-19"]),
        ("18号楼", []),
        ("3.5万元", []),
    ],
)
def test_reads_days(text: str, days: list[str], lexicon: Lexicon) -> None:
    plain = normalise(text, lexicon).text
    assert [day.value.isoformat() for day in DateFinder(lexicon).find(plain, WEDNESDAY)] == days


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("三天内", "2023-07-22"),
        ("一周内", "2023-07-26"),
        ("两周内", "2023-08-02"),
        ("半个月内", "2023-08-03"),
        ("一个月内", "2023-08-19"),
        ("月底前", "2023-07-31"),
        ("9月底前", "2023-09-30"),
        ("6月底前", "2024-06-30"),
        ("10日前", "2023-08-10"),
        ("7月19日前", "2023-07-19"),
        ("明年6月15日前", "2024-06-15"),
        ("年底前", "2023-12-31"),
        ("明年一季度内", "2024-03-31"),
        ("上半年", "2024-06-30"),
        ("周五前", "2023-07-21"),
        ("下周五前", "2023-07-28"),
        ("今天下班前", "2023-07-19"),
        ("国庆节前", "2023-10-01"),
        ("春节前", "2024-02-10"),
        ("腊月廿三前", "2024-02-02"),
        ("时限:8月31日", "2023-08-31"),
        ("3个工作日内", "2023-07-24"),
        ("五个工作日内", "2023-07-26"),
    ],
)
def test_reads_deadlines(text: str, due: str, lexicon: Lexicon) -> None:
    (deadline,) = DeadlineFinder(lexicon).find(text, WEDNESDAY)
    assert deadline.value.isoformat() == due


@pytest.mark.parametrize("text", ["尽快", "三天前", "国庆前一天", "会议前", "去年四季度款项"])
def test_vague_words_are_no_deadline(text: str, lexicon: Lexicon) -> None:
    assert list(DeadlineFinder(lexicon).find(text, WEDNESDAY)) == []


def test_working_days_are_counted_by_the_calendar(lexicon: Lexicon) -> None:
    calendar = WorkCalendar({2023: YearTable(frozenset({date(2023, 7, 20)}), frozenset({date(2023, 7, 22)}))})
    (deadline,) = DeadlineFinder(lexicon).find("3个工作日内", WEDNESDAY, calendar)
    assert deadline.value == date(2023, 7, 24)


def test_a_stretch_of_days_holds_the_days_in_it(lexicon: Lexicon) -> None:
    (stay,) = DateFinder(lexicon).find("6月29日至7月2日", WEDNESDAY)
    assert (stay.value, stay.last) == (date(2023, 6, 29), date(2023, 7, 2))
    assert stay.covers(date(2023, 7, 1))
    assert not stay.covers(date(2023, 7, 3))
