"""Who reads and logs nothing asks in plain words like everybody, and is told what is his when he does not."""

import pytest

from campaign.roles import Grant
from campaign.vocabulary import Role
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines
from tests.rehearsal_world import NEWCOMER

ASKED = {
    "还有哪些县没联系": "/uncovered",
    "进度怎么样": "/status",
    "修水县怎么样了": "/county 修水县",
    "修水县的问题办到哪了": "/issues 修水县",
    "有什么好经验": "/practices",
}


async def become(cast: Cast, role: Role) -> None:
    """Make the newcomer one of a role that is on no roster."""

    def write(unit: Unit) -> None:
        person = unit.people.add_person(CAMPAIGN, "演示来人")
        unit.people.bind(NEWCOMER, CAMPAIGN, person.id, (), unit.now)
        unit.members.give(CAMPAIGN, person.id, Grant(role), unit.now)

    await cast.write(write)


@pytest.mark.parametrize("role", [Role.SUPERVISION, Role.PUBLICITY, Role.PROMOTION])
async def test_readers_ask_in_plain_words(cast: Cast, role: Role) -> None:
    await become(cast, role)
    for question, command in ASKED.items():
        asked = await cast.newcomer.ask(question)
        assert asked.text == (await cast.newcomer.ask(command)).text, question
    assert (await cast.newcomer.ask("我还差几次")).text == "这项操作只有联系领导和联系人可以做。"
    assert (await cast.newcomer.ask("经费什么时候拨下来？")).text.startswith("这个我答不上来。")


async def test_an_observer_asks_for_figures_alone(cast: Cast) -> None:
    await become(cast, Role.OBSERVER)
    assert (await cast.newcomer.ask("进度怎么样")).text == (await cast.newcomer.ask("/status")).text
    assert (await cast.newcomer.ask("修水县怎么样了")).text == (await cast.newcomer.ask("/county 修水")).text


async def test_what_readers_say_is_no_record_and_a_report_is_refused(cast: Cast) -> None:
    await become(cast, Role.SUPERVISION)
    for words in ("你好", "下周三去修水"):
        assert lines(await cast.newcomer.ask(words))[0].startswith("您的角色不登记联系。"), words
    assert (await cast.newcomer.ask(VISIT)).text == "这项操作只有联系领导和联系人可以做。"
    assert await cast.contacts() == 0


async def test_whose_role_is_over_is_told_so(cast: Cast) -> None:
    invited = await _invited(cast, "演示督查员 监督组 到2月28日")
    await cast.newcomer.ask(f"/start {invited}")
    await cast.rehearsal.clock.move(to="2023-03-05T12:00:00+08:00")
    assert "角色已到期" in (await cast.newcomer.ask("/status")).text


async def _invited(cast: Cast, words: str) -> str:
    await cast.admin.ask("/people")
    await cast.admin.press("增加人员")
    await cast.admin.ask(words)
    await cast.admin.press("确认")
    return (await cast.admin.press("邀请")).text.partition("/start ")[2].split()[0]
