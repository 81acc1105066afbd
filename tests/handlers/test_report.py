from tests.handlers.playing import Play

VISIT = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足"


async def test_a_sentence_becomes_a_card_and_a_record(play: Play) -> None:
    card = await play.anna.ask(VISIT)
    assert card.text.splitlines() == [
        "请核对，无误请点“保存”",
        "县：修水县",
        "日期：2月20日（周一，今天）",
        "方式：实地",
        "人数：12 人",
        "谁去的：未写",
        "问题：活动阵地不足",
    ]
    assert card.buttons == [["保存", "修改", "放弃"]]
    saved = await play.anna.press("保存")
    assert saved.toasts == ["已保存"]
    assert saved.last.text.splitlines() == [
        "已保存",
        "第 1 号 修水县 · 2月20日（周一，今天） · 实地 · 12 人",
        "问题第 1 号：活动阵地不足",
        "10 分钟内可撤销。",
    ]
    assert saved.buttons == [["撤销"]]
