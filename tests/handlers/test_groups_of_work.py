"""推进组, 宣传组, 监督组 and the observer: what each does, and what each cannot."""

from campaign.roles import Grant
from campaign.vocabulary import Role
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines
from tests.rehearsal_world import NEWCOMER


async def _play(cast: Cast, role: Role) -> None:
    def bind(unit: Unit) -> None:
        person = unit.people.add_person(CAMPAIGN, "演示组员")
        unit.members.give(CAMPAIGN, person.id, Grant(role), unit.now)
        unit.people.bind(NEWCOMER, CAMPAIGN, person.id, (), unit.now)

    await cast.write(bind)
    await cast.newcomer.tell("/start")
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")


async def test_promotion_works_the_issues_of_all_counties(cast: Cast) -> None:
    await _play(cast, Role.PROMOTION)
    await cast.newcomer.ask("/issue 1")
    await cast.newcomer.press("记进展")
    assert "已联系" in (await cast.newcomer.ask("已联系市财政局")).text
    await cast.newcomer.press("销号")
    assert "已销号" in (await cast.newcomer.ask("阵地已落实")).text
    assert "只有联系领导和联系人可以做" in (await cast.newcomer.ask(VISIT)).text
    await cast.newcomer.ask("/issue 都昌县没有职工书屋")
    await cast.newcomer.press("县级自身")
    await cast.newcomer.press("保存")
    assert "职工书屋" in (await cast.newcomer.ask("/issues")).text


async def test_supervision_reads_and_changes_nothing(cast: Cast) -> None:
    await _play(cast, Role.SUPERVISION)
    assert lines(await cast.newcomer.ask("/county 修水"))[0].startswith("修水县")
    assert (await cast.newcomer.ask("/issue 1")).buttons == [["返回清单"]]


async def test_an_observer_reads_figures_alone(cast: Cast) -> None:
    await _play(cast, Role.OBSERVER)
    assert "进展情况" in (await cast.newcomer.ask("/status")).text
    assert (await cast.newcomer.ask("/uncovered")).text
    for command in ("/county 修水", "/issues", "/practices", "/export", "/my", VISIT):
        assert (await cast.newcomer.ask(command)).text.startswith("这项操作只有"), command
