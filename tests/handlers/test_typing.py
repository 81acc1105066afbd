"""What people type in place of commands and buttons, and what is never met with silence."""

import pytest

from tests.handlers.cast import VISIT, Cast, lines

NOT_UNDERSTOOD = "没有读出联系情况，未登记。请把县、日期、方式写成一句话再发，或用 /log 按表填写。"
PRESS_BUTTON = "请点卡片下方的“保存”“修改”或“放弃”按钮；还没有卡片的，先发一句话。"


@pytest.mark.parametrize(
    ("typed", "first_line"),
    [
        ("／my", "我联系的县（每年实地调研，至12月31日）"),
        ("/MY@liaison_rehearsal_bot", "我联系的县（每年实地调研，至12月31日）"),
        ("/my。", "我联系的县（每年实地调研，至12月31日）"),
        ("我的县", "我联系的县（每年实地调研，至12月31日）"),
        ("/status修水县", "修水县（从未登记联系）"),
        ("／status@liaison_rehearsal_bot修水", "修水县（从未登记联系）"),
        ("进度？", "【演示】进展情况"),
        ("你好，怎么用？", "联系之后发一句话，核对卡片后点“保存”即可登记，例如："),
        ("帮助", "联系之后发一句话，核对卡片后点“保存”即可登记，例如："),
        ("登记", "联系了哪个县？可点选，也可输入县名。"),
        ("/nothing", "没有这个命令。发送 /help 查看使用说明。"),
        ("／", "没有这个命令。发送 /help 查看使用说明。"),
    ],
)
async def test_commands_as_people_type_them(cast: Cast, typed: str, first_line: str) -> None:
    assert lines(await cast.anna.ask(typed))[0] == first_line


async def test_a_word_closes_the_form(cast: Cast) -> None:
    await cast.anna.ask("/log")
    assert (await cast.anna.ask("取消")).last.text.startswith("已取消，没有登记。")


async def test_only_politeness_is_left_unanswered(cast: Cast) -> None:
    assert "例如" in (await cast.anna.ask("您好")).text
    for polite in ("收到", "好的！", "谢谢。", "😀", "辛苦了", "谢谢啊", "收到啦", "谢谢小助手"):
        assert len(await cast.anna.tell(polite)) == 0
    for fragment in ("今天修水", "实地调研", "座谈12人"):
        assert (await cast.anna.ask(fragment)).text == NOT_UNDERSTOOD


async def test_a_buttons_word_typed_points_to_the_button(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    for typed in ("保存", "确认", "放弃"):
        assert (await cast.anna.ask(typed)).text == PRESS_BUTTON
    assert await cast.contacts() == 0


async def test_words_are_no_commands_in_groups(cast: Cast) -> None:
    await cast.approve_group()
    inside = cast.anna.inside(-1001000000001)
    assert len(await inside.tell("进度")) == 0
    assert lines(await inside.ask("／status修水县"))[0] == "修水县（从未登记联系）"
