import pytest

from understanding import Lexicon
from understanding.clauses import split
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("11月3\n0日", "11月30日"),
        ("会场共\n1\n7人", "会场共\n17人"),
        ("武宁 | 4日 | 实地 | 5人\n修水 | 6日 | 实地 | 7人", None),
        ("今天下午去武宁县看了三家企业和两个驿\n站的情况，回来后向领导作了一次口头汇报，\n没有问题", None),
        ("一、时间：今天\n二、方式：实地\n三、问题：工业园区企业工会\n换届超期\n四、时限：无", None),
        ("他己经走了，我自己去", "他已经走了,我自己去"),
        ("电活联系，坐谈会", "电话联系,座谈会"),
        ("座谈👥12，8👥12人", "座谈 12,8 12人"),
        ("👍收到，👥来了", "👍收到,👥来了"),
    ],
)
def test_plain_form(text: str, plain: str | None, lexicon: Lexicon) -> None:
    found = normalise(text, lexicon)
    assert len(found.text) == len(found.offsets)
    if plain is not None:
        assert found.text == plain


def test_only_running_text_is_joined(lexicon: Lexicon) -> None:
    rows = normalise("武宁 | 4日 | 实地 | 5人\n修水 | 6日 | 实地 | 7人", lexicon).text
    assert "5人\n修水" in rows
    brief = "今天下午去武宁县看了三家企业和两个驿\n站的情况，回来后向领导作了一次口头汇报，\n没有问题"
    assert "驿站" in normalise(brief, lexicon).text


def test_a_numbered_item_goes_on_in_the_next_line(lexicon: Lexicon) -> None:
    outline = "一、时间：今天\n二、方式：实地\n三、问题：工业园区企业工会\n换届超期\n四、时限：无"
    assert "工会换届超期\n四" in normalise(outline, lexicon).text


def test_clauses_know_their_sentence(lexicon: Lexicon) -> None:
    text = "甲,乙。丙,丁"
    clauses = split(text, lexicon)
    assert [(text[c.since : c.until], c.sentence) for c in clauses] == [
        ("甲,乙。", 0),
        ("甲,乙。", 0),
        ("丙,丁", 1),
        ("丙,丁", 1),
    ]
