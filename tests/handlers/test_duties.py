"""Standing duties in chat: what is owed, logged by buttons or a message, withdrawn; seen where it matters."""

import pytest

from storage import Unit
from tests.handlers.cast import PNG, Cast, lines


def _contacts(store: Unit) -> int:
    county = next(c for c in store.people.counties("anhui-2022") if c.name == "无为市")
    return len(store.records.contacts_of("anhui-2022", county.id, 9))


async def test_a_duty_told_in_words_is_one_card_and_one_tap(anhui: Cast) -> None:
    card = await anhui.anna.ask("无为市昨天开了联席会议")
    assert lines(card) == [
        "请核对，无误请点“保存”",
        "事项：县级工会与政府联席会议",
        "县：无为市",
        "日期：2月19日（周日，昨天）",
    ]
    assert card.buttons == [["保存", "放弃"]]
    saved = await anhui.anna.press("保存")
    assert lines(saved) == [
        "已保存：常设事项",
        "县级工会与政府联席会议：无为市，2月19日",
        "无为市本时段（2023年1月1日至9月30日）已 1 次，应 1 次。",
    ]
    assert (await anhui.press_stale(anhui.anna, card.last, "保存")).toasts == ["已保存"]
    again = await anhui.anna.ask("无为市联席会议2月19日开过了")
    assert again.buttons == [["另一次，照样保存", "放弃"]]
    assert (await anhui.anna.press("放弃")).last.text == "这张卡片已放弃，没有登记。"
    assert "常设事项（本时段已办）：联席会议 1/104" in (await anhui.anna.ask("/status")).text
    assert await anhui.stored(_contacts) == 0


async def test_what_is_missing_is_asked_by_buttons(anhui: Cast) -> None:
    asked = await anhui.anna.ask("无为市三方四家会议开了")
    assert lines(asked)[-1] == "是哪天？"
    assert asked.buttons[0] == ["今天 2月20日", "昨天 2月19日"]
    assert "日期：2月18日" in (await anhui.anna.press("前天 2月18日")).text
    which = await anhui.anna.ask("目标责任书昨天签了")
    assert lines(which)[-1].startswith("是哪个县？")
    assert which.buttons == [["相山区", "无为市"], ["放弃"]]
    await anhui.anna.press("相山区")
    # 签在一月底以后，那一次的时段已过
    assert lines(await anhui.anna.press("保存"))[-1] == "不在本时段（2022年9月13日至2023年1月31日）。"


async def test_a_contact_stands_and_the_duty_is_one_more_tap(anhui: Cast) -> None:
    card = await anhui.anna.ask("昨天到无为市实地调研，参加了联席会议，12人参加")
    assert lines(card)[:3] == ["请核对，无误请点“保存”", "县：无为市", "日期：2月19日（周日，昨天）"]
    assert card.buttons == [["也记为：联席会议"], ["保存", "修改", "放弃"]]
    saved = await anhui.anna.press("保存")
    assert saved.buttons[0] == ["也记为：联席会议"]
    both = await anhui.anna.press("也记为：联席会议")
    assert (both.toasts, lines(both)[-2]) == (["已保存"], "也已记为：联席会议")
    assert "联席会议 1/104" in (await anhui.anna.ask("/status")).text
    topic = await anhui.anna.ask("今天到相山区实地调研，座谈12人，谈了联席会议制度")
    assert topic.buttons == [["保存", "修改", "放弃"]]


@pytest.mark.parametrize(
    "words",
    ["无为市还没开联席会议", "无为市明天开联席会议", "无为市开联席会议了吗", "请无为市抓紧开联席会议"],
)
async def test_what_was_not_held_is_no_duty(anhui: Cast, words: str) -> None:
    assert "事项：" not in (await anhui.anna.ask(words)).text
    assert "联席会议 0/104" in (await anhui.anna.ask("/status")).text


async def test_four_taps_log_one_and_two_withdraw_it(anhui: Cast) -> None:
    owed = await anhui.anna.ask("/duties")
    assert lines(owed)[:3] == [
        "常设事项",
        "劳动领域政治安全目标责任书（至1月31日，已过）：已办 0 个县，还没办 104 个县",
        "我联系的县还没办：相山区、无为市",
    ]
    opened = await anhui.anna.press("联席会议")
    assert opened.buttons[0] == ["相山区", "无为市"]
    await anhui.anna.press("无为市")
    card = await anhui.anna.press("昨天 2月19日")
    assert lines(card)[1:] == ["事项：县级工会与政府联席会议", "县：无为市", "日期：2月19日（周日，昨天）"]
    await anhui.anna.press("保存")
    others = await anhui.anna.press("登记其他")
    assert "· 2月19日 无为市（组织部登记）" in lines(others)
    assert others.buttons == [["相山区", "无为市"], ["撤回：无为市 2月19日"], ["返回清单"]]
    why = await anhui.anna.press("撤回：无为市 2月19日")
    assert why.buttons[0] == ["登错了", "重复登记", "没有办成"]
    ended = await anhui.anna.press("登错了")
    assert lines(ended)[0] == "已撤回：常设事项"
    assert lines(ended)[-1] == "原因：登错了。不再计数。"
    trail = (await anhui.admin.ask("/audit 无为市")).text
    assert "撤回常设事项的登记“县级工会与政府联席会议”：有效 → 已撤回，登错了" in trail


async def test_who_logs_for_whom(anhui: Cast) -> None:
    refused = "这项操作只有该县的联系领导和联系人、承办的部门或本人、管理员可以做。"
    assert (await anhui.anna.ask("桐城市昨天开了联席会议")).text == refused
    assert (await anhui.admin.ask("桐城市昨天开了联席会议")).buttons == [["保存", "放弃"]]
    assert (await anhui.admin.press("保存")).text.startswith("已保存")
    opened = await anhui.leader.ask("/duties")
    assert "已办 1 个县，还没办 103 个县" in opened.text
    seen = await anhui.leader.press("联席会议")
    assert seen.buttons == [["返回清单"]]
    assert "事项：" not in (await anhui.bo.ask("桐城市昨天开了联席会议")).text


async def test_a_county_and_its_brief_say_what_is_left(anhui: Cast) -> None:
    left = "· 协调劳动关系三方四家会议（至3月31日）"
    for command in ("/county 无为市", "/brief 无为市", "/status 无为市"):
        told = lines(await anhui.anna.ask(command))
        assert left in told[told.index("还没做的常设事项：") :]
    await anhui.anna.ask("无为市2月10日召开三方四家会议")
    await anhui.anna.press("保存")
    assert left not in (await anhui.anna.ask("/brief 无为市")).text


async def test_questions_are_answered_by_the_duty(anhui: Cast) -> None:
    for words in ("还有谁没交半年报告", "半年报告哪些县交了", "半年报告交了多少"):
        assert lines(await anhui.bo.ask(words))[0] == "半年工作报告"
    one = await anhui.anna.ask("无为市开联席会议了吗")
    assert lines(one)[:2] == ["无为市：还没办完（已 0 次，应 1 次）", "县级工会与政府联席会议"]


async def test_files_come_along_and_an_edited_message_makes_no_second_record(anhui: Cast) -> None:
    card = await anhui.anna.photo(PNG, caption="无为市昨天开了联席会议")
    assert lines(card)[-1] == "附件：1 个"
    await anhui.anna.press("保存")
    await anhui.anna.ask("/duties")
    assert "看附件：无为市" in str((await anhui.anna.press("联席会议")).buttons)
    assert "photo" in str((await anhui.anna.press("看附件：无为市")).all[0].view)
    first = await anhui.anna.ask("相山区2月3日召开联席会议")
    edited = await anhui.anna.edit(first.receipt["message_id"], "相山区2月4日召开联席会议")
    assert "日期：2月4日（周六）" in lines(edited)
    gone = await anhui.press_stale(anhui.anna, first.last, "保存")
    assert (gone.toasts, gone.last.text) == (["已放弃"], "这张卡片已放弃，没有登记。")
