"""A county: three things, of itself alone; it is asked for nothing, and sees nobody else."""

from datetime import date, timedelta
from functools import partial

import pytest

from campaign.actions.members import tell_person
from campaign.actions.own_county import own_contact
from campaign.drafts import Draft, DraftContact
from campaign.people import Actor
from campaign.roles import Grant
from campaign.vocabulary import Channel, DigestKind, Role
from digests.gathering import gather
from digests.opened.figures import Figure
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines, said
from tests.rehearsal_world import ANNA, GROUP, NEWCOMER
from tests.standing.opening import as_long_as_figures

HOME = [["登记的联系"], ["提出问题"], ["未解决的问题和答复"]]


@pytest.fixture
async def cast(cast_on_both: Cast) -> Cast:
    def bind(unit: Unit) -> None:
        county = next(c for c in unit.people.counties(CAMPAIGN) if c.name == "修水县")
        person = unit.people.add_person(CAMPAIGN, "演示县工会主席")
        unit.members.give(CAMPAIGN, person.id, Grant(Role.COUNTY, county.id), unit.now)
        unit.people.bind(NEWCOMER, CAMPAIGN, person.id, (), unit.now)

    await cast_on_both.write(bind)
    await cast_on_both.newcomer.tell("/start")
    return cast_on_both


def _audited(unit: Unit) -> list[tuple[str, str]]:
    rows = unit.audit.latest(CAMPAIGN, 10)
    return [(row.action, row.subject) for row in rows if row.action == "contact.answer"]


async def test_whatever_it_writes_it_is_shown_the_three_things(cast: Cast) -> None:
    for words in ("/start", "/help", "你好", VISIT, "/status", "/issues", "/people", "/county 都昌"):
        shown = await cast.newcomer.ask(words)
        assert shown.buttons == HOME, words
        assert lines(shown)[0] == "修水县工会，您好！", words
        assert "都昌" not in shown.text
    assert await cast.contacts() == 0


async def test_a_contact_is_confirmed_with_one_tap(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.bo.ask("今天到都昌县实地调研，座谈3人")
    await cast.bo.press("保存")
    shown = await cast.newcomer.press("登记的联系")
    assert lines(shown) == ["修水县登记的联系（共 1 次）", "第 1 号 · 2月20日 · 实地 · 12 人"]
    assert shown.buttons[0] == ["属实 第 1 号", "有出入 第 1 号"]
    done = await cast.newcomer.press("属实 第 1 号")
    assert done.toasts == ["已确认，谢谢"]
    assert lines(done)[1] == "第 1 号 · 2月20日 · 实地 · 12 人 · 已确认属实"
    assert done.buttons == [["提出问题", "未解决的问题和答复"]]
    assert await cast.stored(_audited) == [("contact.answer", "1")]


async def test_an_objection_goes_to_the_author_and_the_admin_once(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    page = await cast.newcomer.press("登记的联系")
    asked = await cast.newcomer.press("有出入 第 1 号")
    assert asked.text.startswith("第 1 号联系哪里有出入")
    done = await cast.newcomer.ask("当天是视频，不是实地")
    assert done.text == "已转给录入的人和管理员，由他们核对更正。"
    for who in (cast.anna, cast.admin):
        heard = await who.hears("异议")
        assert (
            heard.text.splitlines()[0] == "修水县对第 1 号联系（2023年2月20日）提出异议：当天是视频，不是实地"
        )
    await cast.press_stale(cast.newcomer, page.last, "有出入 第 1 号")
    await cast.newcomer.press("不说明，直接提交")
    notices = [
        call for call in await cast.rehearsal.calls("sendMessage") if "提出异议" in str(call["params"])
    ]
    assert len(notices) == 2


async def test_what_was_asked_for_half_an_hour_ago_is_over(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    for asked, menu in (("有出入 第 1 号", "登记的联系"), ("提出问题", "未解决的问题和答复")):
        await cast.newcomer.ask("/start")
        await cast.newcomer.press(menu)
        await cast.newcomer.press(asked)
        await cast.rehearsal.clock.move(advance=31 * 60)
        late = await cast.newcomer.ask("上午好")
        assert late.buttons == HOME, (asked, late.text)
    assert await cast.stored(_audited) == []


async def test_a_contact_of_long_ago_is_answered_too(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")

    def often(unit: Unit) -> None:
        author, plan = unit.people.actor(ANNA), unit.campaigns.plan(CAMPAIGN)
        assert author
        county = next(c for c in unit.people.counties(CAMPAIGN) if c.name == "修水县")
        later = DraftContact(county_id=county.id, day=date(2023, 2, 20), channel=Channel.PHONE)
        for place in range(501):
            about = {"campaign_id": CAMPAIGN, "author_id": author.person.id, "chat_id": ANNA}
            draft = Draft(id=f"often-{place}", written_at=unit.now, contacts=(later,), **about)
            unit.drafts.put(draft, unit.now)
            unit.records.save(draft, author, plan, unit.now)

    await cast.write(often)
    assert lines(await cast.newcomer.press("登记的联系"))[0] == "修水县登记的联系（共 502 次）"
    first = await cast.stored(lambda unit: own_contact(unit, _speaker(unit), 1))
    assert (first.number, first.channel) == (1, Channel.ONSITE)


def _speaker(unit: Unit) -> Actor:
    actor = unit.people.actor(NEWCOMER)
    assert actor
    return actor


async def test_an_issue_is_raised_and_answered(cast: Cast) -> None:
    asked = await cast.newcomer.press("提出问题")
    assert asked.text.startswith("请用一句话写出")
    shown = await cast.newcomer.ask("职工服务中心缺 <经费>")
    assert shown.text == "将提出：职工服务中心缺 <经费>"
    done = await cast.newcomer.press("提交")
    assert lines(done)[0].startswith("已提出，问题第 1 号")
    assert "职工服务中心缺" in (await cast.anna.hears("提出问题第 1 号")).text
    await cast.anna.ask("/issue 1")
    await cast.anna.press("记进展")
    await cast.anna.ask("已列入明年预算")
    await cast.admin.ask("/issue 1")
    await cast.admin.press("记进展")
    await cast.admin.ask("专班已登记")
    listed = await cast.newcomer.press("未解决的问题和答复")
    assert lines(listed) == [
        "修水县未解决的问题（1 个）",
        "第 1 号：职工服务中心缺 <经费>",
        "· 2月20日 演示经审办主任答复：已列入明年预算",
        "· 2月20日 上级工会答复：专班已登记",
    ]


async def test_what_was_typed_may_be_left(cast: Cast) -> None:
    await cast.newcomer.press("提出问题")
    await cast.newcomer.ask("没有车")
    assert (await cast.newcomer.press("不提了")).text == "没有提交"
    assert (await cast.newcomer.press("未解决的问题和答复")).text == "没有未解决的问题。"


async def test_another_countys_contact_cannot_be_answered(cast: Cast) -> None:
    await cast.bo.ask("今天到都昌县实地调研，座谈3人")
    await cast.bo.press("保存")
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    shown = (await cast.newcomer.press("登记的联系")).last
    row = next(b for row in shown.view["buttons"] for b in row if b["text"] == "属实 第 2 号")
    forged = row["data"].replace(":2:", ":1:")
    press = {"person": NEWCOMER, "chat": NEWCOMER, "message_id": shown.id, "data": forged, "stale": True}
    answers = await cast.newcomer._answers(await cast.rehearsal.post("press", press))
    assert said(answers) == ["alert: 没有找到“1”，请核对后再试。"]
    assert await cast.stored(_audited) == []


async def test_a_county_is_never_chased(cast: Cast) -> None:
    await cast.approve_group()
    heard = len(await cast.newcomer.messages())
    await cast.rehearsal.clock.move(to="2023-03-01T10:00:00+08:00")
    assert (await cast.anna.inside(GROUP).messages())[-1]["text"]
    assert len(await cast.newcomer.messages()) == heard


async def test_a_digest_says_how_many_messages_counties_got(cast: Cast) -> None:
    await cast.newcomer.ask("/start")
    assert "给县级工会发消息 0 条。" in (await cast.admin.ask("/digest")).all[0].text
    for receiver in (NEWCOMER, ANNA):
        notice = (CAMPAIGN, receiver, "account_unbound", "test")
        await cast.write(partial(_notify, notice=notice))
    await cast.rehearsal.clock.move(advance=60)
    await cast.newcomer.hears("绑定")
    assert "给县级工会发消息 1 条。" in (await cast.admin.ask("/digest")).all[0].text
    assert Figure.MESSAGES in await cast.stored(_lists)
    await cast.write(lambda unit: unit.sweeping.delivered(unit.now + timedelta(days=1)))
    assert "给县级工会发消息 1 条。" in (await cast.admin.ask("/digest")).all[0].text


def _lists(unit: Unit) -> set[Figure]:
    """Open every figure of a digest of this moment."""
    cut_off = unit.campaigns.plan(CAMPAIGN).rhythm.taken_at(DigestKind.TWO_MONTH, unit.now)
    return as_long_as_figures(unit, CAMPAIGN, gather(unit, CAMPAIGN, cut_off))


def _notify(unit: Unit, notice: tuple[str, int, str, str]) -> None:
    tell_person(unit, *notice)
