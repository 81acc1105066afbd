"""One line below a record that was just saved: it helps, and asks nothing."""

import pytest

from tests.handlers.cast import VISIT, Cast, lines

COPIED = "到{county}实地调研，召开座谈会听取意见建议"


async def saved(cast: Cast, words: str) -> str:
    await cast.anna.ask(words)
    return lines(await cast.anna.press("保存"))[-1]


async def test_the_same_words_for_another_county_or_day(cast_on_both: Cast) -> None:
    undo = "10 分钟内可撤销。"
    assert await saved(cast_on_both, f"2月9日{COPIED.format(county='修水县')}") == HINT_BARE
    copied = await saved(cast_on_both, f"2月10日{COPIED.format(county='武宁县')}")
    assert copied == "内容和第 1 号（修水县，2月9日）一样；有不同的，回复这条补充。"
    assert await saved(cast_on_both, VISIT) == undo
    await cast_on_both.anna.ask("/undo")
    assert await saved(cast_on_both, VISIT) == undo  # what was withdrawn is no earlier record


HINT_BARE = "有问题、好的做法或人数，回复这条就能补充。"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("今天去了修水县", HINT_BARE),
        ("今天去了修水县，参加5人", "10 分钟内可撤销。"),
        ("今天电话联系了修水县", "10 分钟内可撤销。"),
        (
            "今天到修水县、武宁县实地调研，两县都反映会费收缴难",
            "几个县写的是同一个问题；各县有不同的，回复这条说明。",
        ),
    ],
)
async def test_what_is_worth_a_hint(cast: Cast, words: str, hint: str) -> None:
    assert await saved(cast, words) == hint
