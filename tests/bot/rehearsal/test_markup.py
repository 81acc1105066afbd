"""Marked-up text: read as Telegram reads it, refused in its words, shown on the page without danger."""

import pytest

from bot.rehearsal import spans, wording
from bot.rehearsal.errors import RefusedError
from bot.rehearsal.markdown import parse_markdown
from bot.rehearsal.render import to_html
from bot.rehearsal.store import Json
from bot.rehearsal.tags import parse_html


def entity(kind: str, offset: int, length: int, **facts: str) -> Json:
    return {"type": kind, "offset": offset, "length": length, **facts}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>粗</b>体", "粗体", [entity("bold", 0, 1)]),
        ("😀<i>斜</i>", "😀斜", [entity("italic", 2, 1)]),
        ("<b>甲<i>乙</i></b>", "甲乙", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<STRONG>大</strong>", "大", [entity("bold", 0, 1)]),
        ("<u>a</u><s>b</s><del>c</del><ins>d</ins>", "abcd", [
            entity("underline", 0, 1), entity("strikethrough", 1, 1),
            entity("strikethrough", 2, 1), entity("underline", 3, 1)]),
        ("<tg-spoiler>密</tg-spoiler>", "密", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">密</span>', "密", [entity("spoiler", 0, 1)]),
        ("<code>a<b>b</b></code>", "ab", [entity("code", 0, 2)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [entity("pre", 0, 1, language="python")]),
        ("<blockquote>引</blockquote>", "引", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>引</blockquote>", "引", [entity("expandable_blockquote", 0, 1)]),
        ('<a href="https://example.org/?a=1&amp;b=2">链</a>', "链", [
            entity("text_link", 0, 1, url="https://example.org/?a=1&b=2")]),
        ("<a href='example.org'>链</a>", "链", [entity("text_link", 0, 1, url="http://example.org/")]),
        ("<a href='?'>不是链</a>", "不是链", []),
        ("&lt;b&gt; &amp; &quot; &#33; &#x4e00;", '<b> & " ! 一', []),
        ("R&D &nbsp; &copy;", "R&D &nbsp; &copy;", []),
        ("  <b> 空 </b>  ", "空", [entity("bold", 0, 1)]),
        ("<b></b>空", "空", []),
        ("a\tb\r\nc", "a b\nc", []),
    ],
)  # fmt: skip
def test_html(source: str, text: str, entities: list[Json]) -> None:
    shape = wording.text({"text": source, "parse_mode": "HTML"})
    assert (shape["text"], shape.get("entities", [])) == (text, entities)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("字<x>", 'Unsupported start tag "x" at byte offset 3'),
        ("3 < 5", 'Unsupported start tag "" at byte offset 2'),
        ("3 <5", "Unclosed start tag at byte offset 2"),
        ("3 <5> 4", 'Unsupported start tag "5" at byte offset 2'),
        ("<b>字", 'Can\'t find end tag corresponding to start tag "b"'),
        ("字</b>", "Unexpected end tag at byte offset 3"),
        ("<b><i>字</b></i>", 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'),
        ("<b>字</b", "Unclosed end tag at byte offset 6"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<span>字</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href=字>字</a>", "Unexpected end of name token at byte offset 8"),
        ("<a ='x'>字</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ],
)
def test_html_that_cannot_be_parsed(source: str, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_html(source)
    assert (refused.value.code, str(refused.value)) == (400, f"Bad Request: can't parse entities: {why}")


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*粗* _斜_ __线__ ~删~ ||密||", "粗 斜 线 删 密", [
            entity("bold", 0, 1), entity("italic", 2, 1), entity("underline", 4, 1),
            entity("strikethrough", 6, 1), entity("spoiler", 8, 1)]),
        ("*粗 _斜_*", "粗 斜", [entity("bold", 0, 3), entity("italic", 2, 1)]),
        (r"1\.5 \- 2", "1.5 - 2", []),
        ("[链](https://example.org/)", "链", [entity("text_link", 0, 1, url="https://example.org/")]),
        ("`a.b`", "a.b", [entity("code", 0, 3)]),
        ("```py\nx=1\n```", "x=1", [entity("pre", 0, 3, language="py")]),
        (">引\n>文\n后", "引\n文\n后", [entity("blockquote", 0, 3)]),
    ],
)  # fmt: skip
def test_markdown(source: str, text: str, entities: list[Json]) -> None:
    shape = wording.text({"text": source, "parse_mode": "MarkdownV2"})
    assert (shape["text"], shape.get("entities", [])) == (text, entities)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("1.5", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("字*粗", "Can't find end of Bold entity at byte offset 3"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
        ("[链](x", "Can't find end of a URL at byte offset 5"),
    ],
)
def test_markdown_that_cannot_be_parsed(source: str, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_markdown(source)
    assert str(refused.value) == f"Bad Request: can't parse entities: {why}"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("/status 修水县", [entity("bot_command", 0, 7)]),
        ("/status@liaison_bot", [entity("bot_command", 0, 19)]),
        ("见 https://example.org/a，好", [entity("url", 2, 21)]),
        ("3/4 a@b.cn @someone #专班", [
            entity("email", 4, 6), entity("mention", 11, 8), entity("hashtag", 20, 3)]),
        ("2/月", []),
    ],
)  # fmt: skip
def test_what_is_found_in_typed_text(typed: str, found: list[Json]) -> None:
    assert wording.typed(typed).get("entities", []) == found


def test_given_entities_are_counted_in_utf16_units() -> None:
    bold = entity("bold", 2, 1)
    assert wording.text({"text": "😀粗", "entities": [bold]})["entities"] == [bold]
    with pytest.raises(RefusedError, match="outside"):
        wording.text({"text": "😀粗", "entities": [entity("bold", 1, 1)]})


@pytest.mark.parametrize("length", [1, 4096, 4097, 9000, 12288])
def test_long_texts_are_split_without_loss(length: int) -> None:
    text = ("字" * 79 + "\n") * (length // 80) + "末" * (length % 80)
    pieces = spans.split(text, 4096)
    assert all(spans.utf16(piece) <= 4096 for piece in pieces)
    assert "".join(pieces).replace("\n", "") == text.replace("\n", "")
    fewest = -(-spans.utf16(text.strip()) // 4096)
    assert fewest <= len(pieces) <= fewest + 1


def test_splitting_keeps_surrogate_pairs_whole() -> None:
    assert spans.split("😀" * 5000, 4096) == ["😀" * 2048, "😀" * 2048, "😀" * 904]


def test_page_html_shows_entities_and_escapes_the_rest() -> None:
    source = (
        "<b>粗<i>斜</i></b>&lt;script&gt;alert(1)&lt;/script&gt; "
        '<a href="https://example.org/?q=&quot;&gt;">链</a> <code>&amp;lt;</code>'
    )
    shape = wording.text({"text": source, "parse_mode": "HTML"})
    assert to_html(shape["text"], shape["entities"]) == (
        "<b>粗<i>斜</i></b>&lt;script&gt;alert(1)&lt;/script&gt; "
        '<a href="https://example.org/?q=&quot;&gt;" target="_blank" rel="noopener noreferrer">链</a> '
        "<code>&amp;lt;</code>"
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " javascript:alert(1)"])
def test_page_html_has_no_dangerous_links(url: str) -> None:
    html = to_html("链", [entity("text_link", 0, 1, url=url)])
    assert html == '<span class="mark">链</span>'


def test_no_empty_line_after_a_block() -> None:
    assert to_html("引\n\n后", [entity("blockquote", 0, 1)]) == "<blockquote>引</blockquote>\n后"


def test_overlapping_entities_still_make_whole_html() -> None:
    html = to_html("甲乙丙", [entity("bold", 0, 2), entity("italic", 1, 2)])
    assert html == "<b>甲<i>乙</i></b>丙"
