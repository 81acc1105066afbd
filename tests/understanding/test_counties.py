from collections.abc import Mapping

import pytest

from understanding import CountyName, Gazetteer, Lexicon, Reader, Sender
from understanding.counties import CountyFinder


@pytest.mark.parametrize(
    ("text", "county"),
    [
        ("到修水县", "修水县"),
        ("九江市修水县", "修水县"),
        ("共青城昨天电话", "共青城市"),
        ("星子县总", "庐山市"),
        ("庐山区总", "濂溪区"),
        ("九江县总", "柴桑区"),
        ("庐山那边", "庐山市"),
        ("胡口县总", "湖口县"),
        ("永休县", "永修县"),
        ("廉溪区,实地", "濂溪区"),
        ("刚从莲溪区回来", "濂溪区"),
        ("昨天我给督昌打过电话", "都昌县"),
        ("得安,去了,3个", "德安县"),
    ],
)
def test_names_a_county(text: str, county: str, readers: Mapping[str, Reader]) -> None:
    assert [m.counties for m in readers["jiujiang"].counties.find(text, None)] == [(county,)]


@pytest.mark.parametrize(
    "text",
    [
        "社会主义安徽实践展",
        "修水泥路",
        "开了一天长会",
        "屯溪老街",
        "大家要加上镇里的",
        "主义安全",
        "过来安装空调",
    ],
)
def test_passes_over_names_in_other_words(text: str, readers: Mapping[str, Reader]) -> None:
    for roster in ("jiujiang", "anhui"):
        assert [m for m in readers[roster].counties.find(text, None) if m.counties] == []


def test_and_the_county_is_no_county(readers: Mapping[str, Reader]) -> None:
    finder = readers["anhui"].counties
    assert [m.counties for m in finder.find("到长丰县,和县总的同志碰头", None)] == [("长丰县",)]
    assert [m.counties for m in finder.find("昨天去和县总工会了", None)] == [("和县",)]
    assert [m.counties for m in finder.find("太和县", None)] == [("太和县",)]


def test_names_an_outsider_without_replacing_it(readers: Mapping[str, Reader]) -> None:
    (mention,) = readers["anhui"].counties.find("昨天去了金寨县,3人", None)
    assert mention.outside
    assert mention.counties == ()


def test_own_counties_are_the_senders(readers: Mapping[str, Reader]) -> None:
    sender = Sender("演示领导", ("修水县", "武宁县"))
    (mention,) = readers["jiujiang"].counties.find("我联系的两个县都跑了", sender)
    assert mention.counties == ("修水县", "武宁县")


@pytest.fixture
def namesakes(lexicon: Lexicon) -> CountyFinder:
    names = [CountyName("nj", "鼓楼区", "南京市"), CountyName("xz", "鼓楼区", "徐州市")]
    return CountyFinder(Gazetteer(names), lexicon)


@pytest.mark.parametrize(
    ("text", "own", "counties", "likely"),
    [
        ("徐州市鼓楼区", (), ("xz",), ()),
        ("南京鼓楼区", (), ("nj",), ()),
        ("鼓楼区", ("nj",), ("nj",), ()),
        ("鼓楼区", (), (), ("nj", "xz")),
        ("鼓楼区", ("nj", "xz"), (), ("nj", "xz")),
    ],
)
def test_namesakes_are_told_apart_or_asked(
    namesakes: CountyFinder,
    text: str,
    own: tuple[str, ...],
    counties: tuple[str, ...],
    likely: tuple[str, ...],
) -> None:
    (mention,) = namesakes.find(text, Sender("演示", own))
    assert (mention.counties, mention.likely) == (counties, likely)
