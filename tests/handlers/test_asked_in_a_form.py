"""A question that is typed while a form waits for a press is answered; the form stays."""

from tests.handlers.cast import VISIT, Cast, lines

QUESTIONS = ("修水县的问题办到哪了", "还有哪些县没联系", "我还差几次")


async def test_questions_are_answered_over_an_open_form(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    told = [(await cast.anna.ask(question)).text for question in QUESTIONS]
    opened = await cast.anna.press("更正")
    assert lines(opened)[0].startswith("更正第 1 号")
    assert [(await cast.anna.ask(question)).text for question in QUESTIONS] == told
    assert lines(await cast.anna.ask("好了没"))[0] == "正在填表，这一步请点按钮；要退出请点“取消”。"
    await cast.anna.press("人数")
    await cast.anna.press("8")
    assert "8 人" in (await cast.anna.press("保存")).all[0].text


async def test_values_are_filled_in_where_the_form_waits_for_a_press(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.anna.press("更正")
    assert "人数：16 人" in (await cast.anna.ask("16人")).text
    changed = lines(await cast.anna.ask("日期改成2月17日，方式是视频"))
    assert {"日期：2月17日（周五）", "方式：视频", "人数：16 人"} <= set(changed)
    assert (await cast.anna.tell("谢谢")).all == []
    assert lines(await cast.anna.ask("人数写错了吧"))[0] == "正在填表，这一步请点按钮；要退出请点“取消”。"
    saved = await cast.anna.press("保存")
    assert lines(saved)[1] == "第 1 号 修水县 · 2月17日（周五） · 视频 · 16 人"
