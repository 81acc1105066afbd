"""The city's counties as the province's campaign on the same install knows them."""

from datetime import date

from bot.campaign_files import read_campaign
from campaign.drafts import Draft, DraftContact
from campaign.frame import Tier
from campaign.vocabulary import Channel
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.admin.tables import csv, shipped
from tests.handlers.cast import VISIT, Cast, lines

PROVINCE, ACCOUNT = "province-demo", 9901


def _link(unit: Unit) -> None:
    """Load the province's campaign, which has logged a call to two counties; link the two."""
    definition, roster = read_campaign(CAMPAIGN)
    unit.campaigns.load(definition.model_copy(update={"linked": (PROVINCE,)}), unit.now)
    changes = {"id": PROVINCE, "tier": Tier.PROVINCE, "linked": (CAMPAIGN,)}
    unit.campaigns.load(definition.model_copy(update=changes), unit.now)
    unit.people.take_roster(PROVINCE, roster, unit.now)
    person = unit.people.person(PROVINCE, "演示经审办主任")
    unit.people.bind(ACCOUNT, PROVINCE, person.id, (), unit.now)
    actor = unit.people.actor(ACCOUNT)
    assert actor
    contacts = tuple(
        DraftContact(county_id=county.id, day=date(2023, 2, 10), channel=Channel.PHONE)
        for county in unit.people.counties(PROVINCE)
        if county.name in {"修水县", "武宁县"}
    )
    draft = Draft(
        id="province-1",
        campaign_id=PROVINCE,
        author_id=person.id,
        chat_id=ACCOUNT,
        source_message_id=1,
        written_at=unit.now,
        contacts=contacts,
    )
    unit.drafts.put(draft, unit.now)
    unit.records.save(draft, actor, unit.campaigns.plan(PROVINCE), unit.now)


async def test_what_the_other_tier_did_is_told_beside_and_in_sum(cast: Cast) -> None:
    await cast.write(_link)
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    uncovered = lines(await cast.anna.ask("/uncovered"))
    assert "· 武宁县（联系领导 演示常务副主席，联系人 演示财务部部长），省里 2月10日电话联系过" in uncovered
    assert sum("省里 2月10日" in line for line in uncovered) == 1
    summed = (
        "与省里合计：各级都未登记联系 11 个，只有省里联系 1 个，"
        "只有本级联系 0 个，各级重叠 1 个，无人对口 0 个"
    )
    assert summed in uncovered
    told = lines(await cast.leader.ask("/status"))
    assert summed in told
    assert "本期：各级都未登记联系 11 个，只有省里联系 1 个，只有本级联系 0 个，各级重叠 1 个" in told
    by_channel = (
        "其中实地：只有省里联系 0 个，只有本级联系 1 个，各级重叠 0 个；"
        "电话：只有省里联系 2 个，只有本级联系 0 个，各级重叠 0 个"
    )
    assert by_channel in told


async def test_without_a_link_nothing_is_told(cast: Cast) -> None:
    assert "合计" not in (await cast.anna.ask("/uncovered")).text
    assert "合计" not in (await cast.anna.ask("/status")).text


def _not_to_overlap(unit: Unit) -> None:
    _link(unit)
    definition = unit.campaigns.plan(CAMPAIGN).definition
    limits = definition.limits.model_copy(update={"no_overlap_with": PROVINCE})
    unit.campaigns.load(definition.model_copy(update={"limits": limits}), unit.now)


async def test_a_table_that_overlaps_says_so_and_may_be_taken(cast: Cast) -> None:
    await cast.write(_not_to_overlap)
    head, *rows = shipped()
    shown = await cast.admin.document(
        csv([head, rows[0], ["演示副主席一", "", "永修县", "演示新人", ""]]), "安排表.csv"
    )
    title = "九江市"
    told = next(line for line in lines(shown) if "规定不重叠" in line)
    assert told.startswith(f"· 规定不重叠，但“{title}")
    assert told.endswith("也联系：修水县、永修县")
    assert shown.buttons == [["导入"]]
