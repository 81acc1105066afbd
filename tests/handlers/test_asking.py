"""Questions in plain words get the ledger's answer, and every figure opens what is behind it."""

import pytest

from tests.handlers.cast import Cast, lines
from tests.rehearsal_world import GROUP

VISIT = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足，请县里3月1日前解决"
CALL = "昨天打电话联系修水县总，反映会费收缴难"

TOLD = {
    "今年到现在哪几个县还没实地去过": "未登记实地联系的县 12 个，共 13 个 · 2023年1月1日至今",
    "上个月哪些县没联系": "未登记联系的县 13 个，共 13 个 · 2023年1月1日至1月31日",
    "上次谁去的修水": "最近一次联系",
    "武宁最近一次是什么时候联系的": "武宁县还没有登记过联系。",
    "哪些快到期了": "将到期的未解决问题 1 个 · 两周内",
    "3月份到期的问题有哪些": "将到期的未解决问题 1 个 · 2023年3月1日至3月31日",
    "我联系的县还有什么问题没处理完": "未解决的问题 2 个 · 我联系的县",
    "有没有超期的": "超期未解决的问题 0 个",
    "本月新增几个问题": "提出的问题 2 个 · 2023年2月1日至今",
    "这个季度解决了几个问题": "已解决的问题 0 个 · 2023年1月1日至今",
    "我今年去了几次修水？": "登记实地联系 1 次 · 我 · 修水县 · 2023年1月1日至今",
    "我上周打了几个电话": "登记电话联系 1 次 · 我和我联系的县 · 2023年2月13日至2月19日",
    "昨天联系了几次": "登记联系 1 次 · 2023年2月19日",
    "去年12月有几次实地": "登记实地联系 0 次 · 2022年12月1日至12月31日",
    "去年联系了几次": "登记联系 0 次 · 2022年1月1日至12月31日",
    "第 1 号问题怎么样了": "问题第 1 号（未解决）",
    "问题1号办到哪了？": "问题第 1 号（未解决）",
    "第1号问题": "问题第 1 号（未解决）",
    "本期联系了多少次": "登记联系 2 次 · 2022年12月28日至今",
    "谁负责都昌": "都昌县：联系领导 演示副主席二，联系人 演示宣教部部长。",
    "演示副主席一联系哪几个县": "演示副主席一联系：庐山市、柴桑区。",
    "演示某某联系哪几个县": "没有叫“演示某某”的联系领导或联系人，请核对姓名。",
    "演示副主席联系哪几个县": "名单上有多位：演示副主席一、演示副主席二。请写全。",
    "县里自己要解决的问题有哪些": "未解决的问题 0 个 · 由县级自身解决",
    "党委政府要解决的问题有几个": "未解决的问题 1 个 · 由党委政府协调解决",
    "修水的问题解决没有": "修水县未解决的问题（共 2 个）",
    "下次调度什么时候": "下一次双月调度：2月27日（周一） 09:00，还有 7 天。此前登记的都会计入。",
}
LIKE_COMMANDS = {
    "还有哪些县没联系": "/uncovered",
    "进度怎么样": "/status",
    "修水县怎么样了": "/county 修水县",
    "修水县的问题办到哪了": "/issues 修水县",
    "修水县的问题": "/issues 修水县",
    "未解决的问题": "/issues",
    "我这个季度还差几次": "/my",
    "有什么好经验": "/practices",
    "我登记过哪些": "/records",
    "登错了怎么改": "/help",
    "去修水之前要看什么": "/brief 修水县",
    "明天去都昌帮我准备一下": "/brief 都昌县",
    "去武宁要注意什么": "/brief 武宁县",
}


@pytest.fixture
async def told(cast_on_both: Cast) -> Cast:
    """A visit and a call are logged."""
    for words in (VISIT, CALL):
        await cast_on_both.anna.ask(words)
        await cast_on_both.anna.press("保存")
    return cast_on_both


async def test_questions_are_answered(told: Cast) -> None:
    for question, answer in TOLD.items():
        assert lines(await told.anna.ask(question))[0] == answer, question
    half_year = (await told.anna.ask("半年总结什么时候出")).text
    assert half_year.startswith("下一次双月调度、季度小结、半年总结、党组汇报：6月27日（周二）")
    assert await told.contacts() == 2


async def test_what_a_command_answers_is_answered_alike(told: Cast) -> None:
    for question, command in LIKE_COMMANDS.items():
        by_words, by_command = await told.anna.ask(question), await told.anna.ask(command)
        assert (by_words.text, by_words.buttons) == (by_command.text, by_command.buttons), question


async def test_figures_open_what_is_behind_them(told: Cast) -> None:
    await told.rehearsal.clock.move(to="2023-03-05T12:00:00+08:00")
    listed = await told.anna.ask("有没有超期的")
    assert lines(listed)[1:] == ["· 第 1 号 修水县：活动阵地不足（超期 4 天）", "按编号打开。"]
    assert lines(await told.anna.press("1"))[0] == "问题第 1 号（未解决，超期 4 天）"
    assert (await told.anna.ask("今年联系了多少次")).buttons == [["1", "2"]]
    assert lines(await told.anna.press("1"))[0].startswith("已保存")


async def test_what_the_ledger_does_not_know_says_what_can_be_asked(told: Cast) -> None:
    assert (await told.anna.ask("第9号问题怎么样了")).text == "没有第 9 号问题。发送 /issues 查看清单。"
    assert (await told.anna.ask("经费什么时候拨下来？")).text.startswith("这个我答不上来。可以问：")


async def test_nobody_is_ever_ranked(told: Cast) -> None:
    for question in ("修水今年谁跑得最少", "谁跑得最多", "给联系人排个名"):
        answer = (await told.anna.ask(question)).text
        assert answer.startswith("本助手不排名"), question
        assert "演示" not in answer


async def test_a_question_without_a_mark_makes_no_card(told: Cast) -> None:
    for question in ("我今年去了几次修水", "哪天去的修水来着", "修水今年一共联系了几次，电话的也算"):
        assert "保存" not in str((await told.anna.ask(question)).buttons), question
    assert await told.contacts() == 2


async def test_a_group_is_told_what_its_commands_tell(told: Cast) -> None:
    await told.approve_group()
    group = told.anna.inside(GROUP)
    for question, command in (("还有哪些县没联系", "/uncovered"), ("进度怎么样", "/status")):
        asked = await group.ask(f"@liaison_rehearsal_bot {question}")
        assert asked.text == (await group.ask(command)).text
    assert (await group.tell("@liaison_rehearsal_bot 上次谁去的修水")).all == []
    assert (await group.tell("@another_bot 还有哪些县没联系")).all == []
    assert (await group.tell("还有哪些县没联系")).all == []
