"""One account in two campaigns: which is meant is asked once; a county that lies in one alone decides."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.campaign_files import read_campaign
from campaign.actions.invites import issue_invite
from campaign.actions.members import tell_person
from campaign.groups import Group
from campaign.reminders import KIND, IssueMatter, Matters, ReminderState
from campaign.roles import Grant
from campaign.roster import Roster, RosterRow
from campaign.vocabulary import ChatState, DigestKind, DigestState, Role
from digests.gathering import gather
from digests.outgoing import offer_data
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines
from tests.rehearsal_world import ADMIN, ANNA, BO, GROUP, NEWCOMER

OTHER, FIRST_TITLE, TITLE = "second-demo", "九江", "演示第二项工作"
ROWS = (
    RosterRow(2, "修水县", "九江市", "演示二号主席", "", "演示二号联系人", ""),
    RosterRow(3, "砀山县", "宿州市", "演示二号主席", "", "演示二号联系人", ""),
)
CODE = "second-code-2023"


def _second(unit: Unit) -> None:
    definition, _ = read_campaign(CAMPAIGN)
    unit.campaigns.load(definition.model_copy(update={"id": OTHER, "title": TITLE}), unit.now)
    unit.people.take_roster(OTHER, Roster(ROWS, ()), unit.now)
    issue_invite(unit, OTHER, unit.people.person(OTHER, "演示二号联系人"), (), CODE)


@pytest.fixture
async def both(cast: Cast) -> Cast:
    """Anna is bound in a second campaign by an invite of it."""
    await cast.write(_second)
    greeted = (await cast.anna.ask(f"/start {CODE}")).text
    assert greeted.startswith("演示二号联系人，您好！")
    return cast


def _contacts(unit: Unit) -> tuple[int, int]:
    plans = {campaign: unit.campaigns.plan(campaign) for campaign in (CAMPAIGN, OTHER)}
    found = [len(unit.standings.rows(c, plan.definition.span, None, 9)) for c, plan in plans.items()]
    return found[0], found[1]


async def test_it_is_asked_once_and_what_was_said_is_done_then(both: Cast) -> None:
    asked = await both.anna.ask(VISIT)
    assert asked.text.startswith("您参加了几项工作，这是哪一项的？")
    assert len(asked.buttons) == 2
    chosen = await both.anna.press(TITLE)
    assert chosen.all[0].text == f"现在办理：{TITLE}"
    assert "县：修水县" in chosen.text
    await both.anna.press("保存")
    assert await both.stored(_contacts) == (0, 1)
    assert not any("瑞昌" in line for line in lines(await both.anna.ask("/status")))
    assert [line.split("，")[0].split("（")[0] for line in lines(await both.anna.ask("/my"))[1:]] == [
        "修水县 · 已 1 次",
        "砀山县 · 已 0 次",
    ]


async def test_a_county_of_one_alone_decides_and_takes_the_talk_along(both: Cast) -> None:
    card = await both.anna.ask("今天上午到砀山县实地调研，座谈12人")
    assert "县：砀山县" in card.text
    assert f"这条按“{TITLE}”办理" in card.text
    await both.anna.press("保存", card.all[0].id)
    assert await both.stored(_contacts) == (0, 1)
    card = await both.anna.ask("今天上午到都昌县实地调研，座谈12人")
    assert "县：都昌县" in card.text
    assert f"这条按“{TITLE}”办理" not in card.text
    assert FIRST_TITLE in card.all[1].text
    assert (await both.anna.ask("/county 砀山")).all[0].text.startswith("砀山县")


async def test_a_button_belongs_to_the_campaign_in_which_it_was_shown(both: Cast) -> None:
    card = await both.anna.ask("今天上午到砀山县实地调研，座谈12人，发现活动阵地不足，3月1日前解决")
    await both.anna.ask("/my")
    await both.anna.ask("/help")
    went = await both.anna.press("换到：" + (await _title(both)))
    assert "现在办理" in went.text
    saved = await both.anna.press("保存", card.all[0].id)
    assert "砀山县" in saved.text
    assert await both.stored(_contacts) == (0, 1)
    assert f"这条按“{TITLE}”办理" in saved.text
    assert "砀山县" in (await both.anna.ask("/issues")).text
    await both.anna.ask("/help")
    await both.anna.press("换到：" + (await _title(both)))
    assert "砀山县" not in (await both.anna.ask("/issues")).text


async def test_the_buttons_of_a_plan_belong_to_its_campaign(both: Cast) -> None:
    offer = await both.anna.ask("下周三去砀山县调研")
    await both.anna.ask("/help")
    await both.anna.press("换到：" + (await _title(both)))
    kept = await both.anna.press("记下计划", offer.all[0].id)
    assert "已记下计划" in kept.text


async def test_help_says_which_and_goes_over(both: Cast) -> None:
    assert (await both.anna.ask("/my")).text.startswith("您参加了几项工作")
    mine = await both.anna.press(TITLE)
    assert "砀山县" in mine.text
    helped = await both.anna.ask("/help")
    assert lines(helped)[0] == f"现在办理：{TITLE}"
    await both.anna.press("换到：" + (await _title(both)))
    assert "砀山县" not in (await both.anna.ask("/my")).text


async def test_who_left_one_of_them_is_asked_nothing(both: Cast) -> None:
    await both.write(lambda unit: unit.people.take_roster(OTHER, Roster((), ()), unit.now))
    assert "县：修水县" in (await both.anna.ask(VISIT)).text
    await both.anna.press("保存")
    assert await both.stored(_contacts) == (1, 0)
    assert await both.stored(lambda unit: len(unit.people.actors(ANNA))) == 2


def _remind(unit: Unit) -> None:
    """Owe Anna a reminder of the second campaign's issue."""
    person, day = unit.people.person(OTHER, "演示二号联系人"), unit.campaigns.today(OTHER)
    issue = IssueMatter(key="issue:1", number=1, county="砀山县", text="没有专职人员", due=day)
    matters = Matters(day=day, last=day, left=0, issues=(issue,))
    reminder = unit.reminders.add(OTHER, person.id, ReminderState.OWED, matters)
    payload = {"reminder": reminder.id, "matters": matters.model_dump(mode="json")}
    unit.outbox.owe("test", ANNA, KIND, payload, unit.now - timedelta(minutes=1))


async def test_a_reminder_opens_what_it_is_about_and_so_does_what_it_opens(both: Cast) -> None:
    for county, issue in (("都昌县", "活动阵地不足"), ("砀山县", "没有专职人员")):
        card = await both.anna.ask(f"今天到{county}实地调研，座谈12人，发现{issue}")
        await both.anna.press("保存", card.all[0].id)
    await both.anna.ask("/help")
    await both.anna.press("换到：" + (await _title(both)))
    assert "活动阵地不足" in (await both.anna.ask("/issue 1")).text
    await both.write(_remind)
    await both.bo.ask(VISIT)  # a commit sends what is owed, and nothing is said to Anna meanwhile
    reminder = await both.anna.hears("没有专职人员")
    opened = await both.anna.press("问题第 1 号", reminder.id)
    assert f"这条按“{TITLE}”办理" in opened.text
    assert "没有专职人员" in opened.text
    assert "活动阵地不足" not in opened.text
    await both.anna.press("记进展", opened.last.id)
    assert "已到岗一人" in (await both.anna.ask("已到岗一人")).text
    assert "已到岗一人" in (await both.anna.ask("/issue 1")).text


async def test_what_the_bot_says_of_its_own_accord_names_its_campaign(both: Cast) -> None:
    await both.rehearsal.clock.move(to="2023-02-20T09:30:00+08:00")
    heads = []
    for _ in range(2):
        told = await both.anna.hears("未登记联系的县：")
        heads += [told.text.splitlines()[0]]
    first = await both.stored(lambda unit: unit.campaigns.plan(CAMPAIGN).definition.title)
    assert sorted(heads) == sorted([f"【{first}】", f"【{TITLE}】"])
    assert (await both.bo.hears("未登记联系的县：")).text.startswith("提醒\n")


async def test_what_must_not_be_kept_is_refused_before_it_is_asked_which(both: Cast) -> None:
    refused = await both.anna.ask("困难职工身份证11010519491231002X")
    assert refused.buttons == [["删除那条消息"]]
    assert (await both.anna.press("删除那条消息")).last.text.startswith("含有密级标志")


async def test_who_is_bound_cannot_guess_the_codes_of_another_campaign(both: Cast) -> None:
    for _ in range(5):
        assert (await both.bo.ask("/start WRONG")).text.startswith("您的账号已绑定为演示财务部部长")

    def invited(unit: Unit) -> None:
        issue_invite(unit, OTHER, unit.people.person(OTHER, "演示二号主席"), (), "third-code-2023")

    await both.write(invited)
    assert (await both.bo.tell("/start third-code-2023")).all == []
    assert await both.stored(lambda unit: unit.people.actor(BO, OTHER)) is None


async def test_a_group_of_another_campaign_is_told_nothing_of_ones_own(both: Cast) -> None:
    group = Group(GROUP, "专班群", ChatState.APPROVED, OTHER)
    await both.write(lambda unit: unit.groups.put(group))
    bo = both.bo.inside(GROUP)
    for words in (VISIT, "@liaison_rehearsal_bot 上个月还有哪些县没联系"):
        assert (await bo.tell(words)).all == [], words
    assert "砀山县" in (await bo.ask("/uncovered")).text


async def test_words_that_one_asked_for_are_not_taken_for_the_others(both: Cast) -> None:
    for county, issue in (("都昌县", "活动阵地不足"), ("砀山县", "没有专职人员")):
        card = await both.anna.ask(f"今天到{county}实地调研，座谈12人，发现{issue}")
        await both.anna.press("保存", card.all[0].id)
    plan = await both.anna.ask("下周三去砀山县调研")
    await both.anna.ask("/help")
    await both.anna.press("换到：" + (await _title(both)))
    shown = await both.anna.ask("/issue 1")
    assert "活动阵地不足" in shown.text
    await both.anna.press("记进展", shown.last.id)
    assert "已记下计划" in (await both.anna.press("记下计划", plan.last.id)).text
    await both.anna.tell("已协调场地")
    assert "已协调场地" not in (await both.anna.ask("/issue 1")).text


def _administers_both(unit: Unit) -> None:
    """Bind the admin in the second campaign, which the group belongs to, too."""
    person = unit.people.add_admin(OTHER, "演示二号管理员")
    unit.people.bind(ADMIN, OTHER, person.id, (Role.ADMIN,), unit.now)
    unit.groups.put(Group(GROUP, "专班群", ChatState.APPROVED, OTHER))


async def test_the_draft_of_a_digest_belongs_to_its_campaign(both: Cast) -> None:
    await both.write(_administers_both)
    await both.rehearsal.clock.move(to="2023-02-23T09:00:00+08:00")
    draft = await both.admin.hears("到时自动发出")
    assert "已批准" in (await both.admin.press("批准", draft.id)).text


async def test_a_digest_too_late_to_go_out_unasked_belongs_to_its_campaign(both: Cast) -> None:
    def late(unit: Unit) -> None:
        _administers_both(unit)
        unit.digests.claim(OTHER, "two_months", unit.now, GROUP, DigestState.OFFERED)

    await both.write(late)
    (offered,) = await both.stored(lambda unit: unit.digests.in_state(OTHER, DigestState.OFFERED))
    data = offer_data(offered.id, post=False)
    shown = (await both.admin.ask("/help")).last
    row = [{"text": "不补发", "data": data}]
    shown = replace(shown, view=shown.view | {"buttons": [row]})
    assert "不补发。" in str(await both.press_stale(both.admin, shown, "不补发"))


def _posted(unit: Unit) -> None:
    """Post a digest of the second campaign."""
    digest_id = unit.digests.claim(OTHER, "two_month", unit.now, GROUP, DigestState.POSTED)
    assert digest_id
    cut_off = unit.campaigns.plan(OTHER).rhythm.taken_at(DigestKind.TWO_MONTH, unit.now)
    unit.digests.freeze(digest_id, gather(unit, OTHER, cut_off).model_dump(mode="json"), {})


async def test_a_digests_lists_are_shown_to_its_own_campaign_alone(both: Cast) -> None:
    await both.write(_posted)
    ((digest_id, *_),) = await both.stored(lambda unit: unit.digests.in_state(OTHER, DigestState.POSTED))
    assert "未登记 2" in (await both.anna.ask(f"/start digest-{digest_id}")).last.labels
    listed = await both.anna.press("未登记 2")
    assert "· 宿州市砀山县（演示二号主席，联系人 演示二号联系人）0/2 次，从未登记" in lines(listed)
    shown = (await both.bo.ask("/help")).last
    for data in (f"dm:{digest_id}", f"du:{digest_id}", f"dl:{digest_id}:u.0.:0"):
        forged = replace(shown, view=shown.view | {"buttons": [[{"text": "名单", "data": data}]]})
        told = str(await both.press_stale(both.bo, forged, "名单"))
        assert "这份清单已打不开" in told
        assert "砀山县" not in told


async def _title(cast: Cast) -> str:
    return await cast.stored(lambda unit: unit.campaigns.plan(CAMPAIGN).definition.title)


def _counted(unit: Unit) -> list[int | None]:
    since = unit.now - timedelta(days=1)
    return [unit.reports.county_messages(campaign, since, unit.now) for campaign in (CAMPAIGN, OTHER)]


async def test_what_a_county_of_both_gets_is_counted_by_the_campaign_that_sent_it(both: Cast) -> None:
    def bind(unit: Unit) -> None:
        for campaign in (CAMPAIGN, OTHER):
            county = next(county for county in unit.people.counties(campaign) if county.name == "修水县")
            person = unit.people.add_person(campaign, "演示县工会主席")
            unit.members.give(campaign, person.id, Grant(Role.COUNTY, county.id), unit.now)
            unit.people.bind(NEWCOMER, campaign, person.id, (), unit.now)
        tell_person(unit, CAMPAIGN, NEWCOMER, "account_unbound", "1")

    await both.newcomer.tell("/start")
    await both.write(bind)
    await both.rehearsal.clock.move(advance=60)
    await both.newcomer.hears("绑定")
    assert await both.stored(_counted) == [1, 0]
