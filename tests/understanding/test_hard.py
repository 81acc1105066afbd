"""Messages that a pattern could read in a million ways: a test that fails here never ends."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding import Lexicon, Reader
from understanding.reading import Intent

WRITTEN = datetime(2023, 2, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
MANY = 60


@pytest.mark.parametrize(
    "word",
    [
        "又",
        "还在",
        "陪同",
        "小满",
        "三个人",
        "12人",
        "1月1日",
        "1.1",
        "〇人",
        "分头",
        "昨天",
        "我们甲主席",
        "俩人",
    ],
)
def test_words_before_a_county(word: str, readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read(f"{word * MANY}修水县", WRITTEN)
    assert len(reading.contacts) <= 1


@pytest.mark.parametrize("word", ["机关工会", "县委", "同志们", "又", "正在", "已经", "2月3日", "下周"])
@pytest.mark.parametrize(
    "form", ["修水县总工会{}。", "跟修水县{}。", "修水县:我会{}。", "今天市领导{}到修水县。"]
)
def test_words_behind_a_county(form: str, word: str, readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read(form.format(word * MANY), WRITTEN)
    assert not reading.experiences


@pytest.mark.parametrize("word", ["( )", "总工会", "和", "、", "2家企业、", "(原)"])
def test_words_between_two_counties(word: str, readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read(f"去了修水县{word * MANY}甲武宁县", WRITTEN)
    assert reading.intent is Intent.CONTACT


@pytest.mark.parametrize("name", ["county_actors"])
def test_no_word_of_a_loop_is_made_up_of_others(name: str, lexicon: Lexicon) -> None:
    words = lexicon.words[name]

    def made_up(rest: str, whole: str) -> bool:
        begun = (word for word in words if word != whole and rest.startswith(word))
        return not rest or any(made_up(rest[len(word) :], whole) for word in begun)

    assert [word for word in words if made_up(word, word)] == []
