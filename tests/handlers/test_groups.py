"""Groups: heard once approved, silent before; what concerns one person goes to him alone."""

from handlers.commands import COMMANDS
from tests.handlers.cast import CARD, VISIT, Cast, lines, said
from tests.rehearsal_world import BASIC, GROUP, WAITING


async def test_a_group_is_silent_until_an_admin_approves_it(cast: Cast) -> None:
    group = cast.bo.inside(WAITING)
    await cast.admin.inside(WAITING).bring_bot()
    notice = await cast.admin.hears("待批群")
    assert notice.buttons == [["批准", "拒绝"]]
    for text in ("/status", "/uncovered", VISIT, "/help", "/my", "/nothing"):
        assert len(await group.tell(text)) == 0
    approved = await cast.admin.press("批准")
    assert lines(approved) == ["群“待批群”：已批准。"]
    assert approved.buttons == [["停用"]]
    assert "进展情况" in (await group.ask("/status")).text
    assert lines(await cast.admin.press("停用")) == ["群“待批群”：已停用，不再向这个群发送任何内容。"]
    assert len(await group.tell("/status")) == 0


async def test_a_group_that_comes_back_is_approved_anew(cast: Cast) -> None:
    admin = cast.admin.inside(WAITING)
    await admin.bring_bot()
    card = await cast.admin.hears("待批群")
    await cast.admin.press("批准")
    await admin.bring_bot(present=False)
    gone = await cast.press_stale(cast.admin, card, "拒绝")
    assert said(gone) == ["alert: 机器人已不在这个群，不必再处理。"]
    await admin.bring_bot()
    assert (await cast.admin.hears("待批群")).buttons == [["批准", "拒绝"]]
    assert len(await cast.bo.inside(WAITING).tell("/status")) == 0


async def test_only_an_admin_decides(cast: Cast) -> None:
    await cast.admin.inside(WAITING).bring_bot()
    notice = await cast.admin.hears("待批群")
    data = notice.view["buttons"][0][0]["data"]
    card = (await cast.anna.ask(VISIT)).last
    press = {"person": cast.anna.person, "chat": cast.anna.chat, "message_id": card.id, "data": data}
    await cast.rehearsal.post("press", press | {"stale": True})
    assert (await cast.anna.hears("只有管理员")).kind == "alert"


async def test_in_an_approved_group_overviews_answer_and_bound_people_log(cast: Cast) -> None:
    await cast.approve_group()
    anna, bo = cast.anna.inside(GROUP), cast.bo.inside(GROUP)
    assert "进展情况" in (await anna.ask("/status")).text
    assert lines(await anna.ask("/status 修水"))[0] == "修水县（从未登记联系）"
    assert "修水县" in (await anna.ask("/uncovered@liaison_rehearsal_bot")).text
    assert len(await anna.tell("大家下午好")) == 0
    card = await anna.ask(VISIT)
    assert lines(card) == CARD
    refused = await bo.press("保存")
    assert said(refused) == ["alert: 这张卡片不是您的，或已不存在。需要登记时，请发一句话。"]
    await anna.press("保存")
    assert await cast.contacts() == 1
    assert said(await bo.press("撤销")) == ["alert: 这条记录不是您的，或已不存在。"]


async def test_private_commands_in_a_group_are_answered_in_private(cast: Cast) -> None:
    await cast.approve_group()
    anna = cast.anna.inside(GROUP)
    assert len(await anna.tell("/my")) == 0
    assert len(await anna.tell("/my@another_bot")) == 0
    assert (await cast.anna.hears("私聊")).text.startswith("这个命令请在这里（私聊）使用")


async def test_each_command_is_answered_in_the_group_or_in_private(cast: Cast) -> None:
    await cast.approve_group()
    admin = cast.admin.inside(GROUP)
    for command in COMMANDS:
        heard = await admin.tell(f"/{command.word}")
        told = [answer.text for answer in heard]
        assert command.in_groups == bool(told), command.word
        if not command.in_groups:
            await cast.admin.hears("私聊")
        await admin.tell("/cancel")


async def test_a_form_in_a_group_belongs_to_one_person(cast: Cast) -> None:
    await cast.approve_group()
    anna, bo = cast.anna.inside(GROUP), cast.bo.inside(GROUP)
    await anna.ask(VISIT)
    form = await anna.press("修改")
    assert said(await bo.press("人数")) == ["alert: 这是别人正在填的，您不能操作。"]
    assert lines(await anna.press("人数")) == [
        "多少人参加？可点选，也可输入数字。（群里输入时请回复本条消息）"
    ]
    assert len(await anna.tell("大家好")) == 0
    assert "人数：17 人" in lines(await anna.ask("17", reply_to=form.last.id))
    assert lines(await anna.press("保存"))[1].endswith("17 人")


async def test_an_upgraded_group_goes_on_without_a_new_approval(cast: Cast) -> None:
    await cast.admin.inside(BASIC).bring_bot(present=False)
    await cast.admin.inside(BASIC).bring_bot()
    await cast.admin.hears("小组群")
    await cast.admin.press("批准")
    new = (await cast.rehearsal.post("upgrade", {"chat": BASIC}))["chat"]
    assert (await cast.admin.hears("自动升级")).text == (
        "群“小组群”已由 Telegram 自动升级，调度照常发到群里，不必再批准。"
    )
    assert "进展情况" in (await cast.anna.inside(new).ask("/status")).text
    told = [text for _, text, _ in await cast.admin.transcript() if "自动升级" in text]
    assert len(told) == 1


async def test_the_admins_hear_once_that_an_approved_group_removed_the_bot(cast: Cast) -> None:
    await cast.admin.inside(WAITING).bring_bot()
    await cast.admin.hears("待批群")
    await cast.admin.press("批准")
    await cast.bo.inside(WAITING).bring_bot(present=False)
    assert (await cast.admin.hears("移出")).text == (
        "机器人被移出群“待批群”，群里不再收到调度。重新拉进群后，需要再批准一次。"
    )


async def test_an_admin_is_not_told_what_he_did_himself(cast: Cast) -> None:
    await cast.admin.inside(WAITING).bring_bot()
    await cast.admin.hears("待批群")
    await cast.admin.press("批准")
    await cast.admin.inside(WAITING).bring_bot(present=False)
    await cast.admin.ask("/help")
    assert not [text for _, text, _ in await cast.admin.transcript() if "移出" in text]


async def test_a_group_that_takes_and_gives_back_the_right_to_write_is_asked_about_again(cast: Cast) -> None:
    await cast.approve_group()
    group = cast.admin.inside(GROUP)
    await group.silence_bot()
    await cast.rehearsal.clock.move(to="2023-02-27T09:00:00+08:00")
    assert "专班群" in (await cast.admin.hears("收不到消息了")).text
    await group.silence_bot(False)
    assert (await cast.admin.hears("专班群")).buttons == [["批准", "拒绝"]]
    await cast.admin.press("批准")
    assert "总体" in (await group.ask("/status")).text


async def test_a_group_that_only_changes_its_rights_stays_approved(cast: Cast) -> None:
    await cast.approve_group()
    await cast.admin.hears("专班群")
    group = cast.admin.inside(GROUP)
    await group.silence_bot()
    await group.silence_bot(False)
    assert "总体" in (await group.ask("/status")).text
    assert len([text for _, text, _ in await cast.admin.transcript() if "专班群" in text]) == 1


async def test_what_others_do_at_night_is_told_in_the_morning(cast: Cast) -> None:
    await cast.rehearsal.clock.move(to="2023-02-20T22:00:00+08:00")
    await cast.bo.inside(WAITING).bring_bot()
    await cast.admin.ask("/help")
    assert not [text for _, text, _ in await cast.admin.transcript() if "待批群" in text]
    await cast.rehearsal.clock.move(to="2023-02-21T08:00:00+08:00")
    assert (await cast.admin.hears("待批群")).buttons == [["批准", "拒绝"]]


async def test_an_admin_who_lets_the_bot_in_again_is_told_again(cast: Cast) -> None:
    await cast.admin.block()
    await cast.bo.inside(WAITING).bring_bot()
    await cast.admin.block(False)
    await cast.admin.ask("/help")
    await cast.bo.inside(WAITING).bring_bot(present=False)
    await cast.bo.inside(WAITING).bring_bot()
    assert (await cast.admin.hears("待批群")).buttons == [["批准", "拒绝"]]
