"""The sentences of what stands beside coverage and quota. Plain text: the renderer escapes it."""

from collections.abc import Sequence
from datetime import date

from campaign.standing import PrefectureStanding
from campaign.vocabulary import Resolver
from digests.texts import MOST_NAMED
from digests.told import (
    AmendedFacts,
    CategoryFacts,
    ClassFacts,
    DutyFacts,
    MilestoneFacts,
    PracticeFacts,
    SameFacts,
    TierFacts,
)

ISSUES = "问题和经验"
DUTIES = "常设事项"
MILESTONES = "重要节点"
PREFECTURES = "各市情况"
PREFECTURES_LEAD = "已登记联系的县/全部县，已有次数/应有次数："
CONTACTED_LEAD = "已登记联系的县/全部县："
SOLVERS = {
    Resolver.PARTY_GOVERNMENT: "党委政府协调",
    Resolver.UNION_RESOURCES: "工会系统资源",
    Resolver.COUNTY_ITSELF: "县级自身",
}
OTHERS = "其他"
UNSAID = "由谁解决未定"


def named(names: tuple[str, ...]) -> str:
    """Some names, as many as a line has room for."""
    return "、".join(names[:MOST_NAMED]) + ("等" if len(names) > MOST_NAMED else "")


def short_span(first: date, last: date) -> str:
    """Two days as a span, without the year where it is the same."""
    end = f"{last.month}月{last.day}日"
    if first == last:
        return end
    return f"{first.month}月{first.day}日至{end if first.year == last.year else f'{last.year}年{end}'}"


def by_class(one: ClassFacts) -> str:
    """Issues of one resolver: new, solved, still open, overdue."""
    words = SOLVERS[one.resolver] if one.resolver else UNSAID
    late = f"（超期 {one.overdue} 个）" if one.overdue else ""
    return f"{words}：提出 {one.raised} 个，解决 {one.closed} 个，未解决 {one.open} 个{late}"


def by_category(told: Sequence[CategoryFacts], total: int) -> str:
    """The categories with most issues, of so many that have any."""
    rest = f"；等 {total} 类" if total > len(told) else ""
    return f"未解决按类别：{'；'.join(map(_of_category, told))}{rest}。"


def _of_category(one: CategoryFacts) -> str:
    counted = ((one.raised, "新提"), (one.closed, "解决"), (one.overdue, "超期"))
    more = "，".join(f"{words} {count}" for count, words in counted if count)
    return f"{one.name or OTHERS} {one.open} 个{f'（{more}）' if more else ''}"


def same(found: tuple[SameFacts, ...], clipped: tuple[str, ...]) -> str:
    """Open issues that several counties have."""
    told = (_same(one, text) for one, text in zip(found, clipped, strict=True))
    return f"共性问题：{'，'.join(told)}。"


def _same(one: SameFacts, clipped: str) -> str:
    return f"“{clipped}”{one.counties} 个县{f'（新提 {one.new} 个）' if one.new else ''}"


def practice(one: PracticeFacts, clipped: str) -> str:
    """A practice of the window, or chosen in it."""
    return f"{'选用的经验' if one.chosen else '经验'}：{one.place}，{clipped}"


def amended(facts: AmendedFacts) -> str:
    """What earlier digests counted and that reads otherwise by now."""
    corrected = [f"改正 {facts.corrected} 次"] if facts.corrected else []
    withdrawn = [f"撤销 {facts.withdrawn} 次"] if facts.withdrawn else []
    return f"更正：以前各期统计过的联系，{'，'.join((*corrected, *withdrawn))}，以本次为准。"


def county_messages(count: int) -> str:
    """How many messages the bot sent to counties of its own accord."""
    return f"给县级工会发消息 {count} 条。"


def duty(one: DutyFacts) -> str:
    """One standing duty: how many have done it, and who has not."""
    if not one.missing:
        return f"{one.name}：{one.holders} 个都已办。"
    until = f"{one.last.year}年{one.last.month}月{one.last.day}日"
    return f"{one.name}（至{until}）：已办 {one.done} 个，未办 {len(one.missing)} 个：{named(one.missing)}。"


def milestone(one: MilestoneFacts, today: date) -> str:
    """Something that was to happen, is to happen now, or comes next."""
    when = short_span(one.first, one.last)
    if one.last < today:
        return f"{one.name}：{when}，时间已过。"
    if one.first > today:
        return f"{one.name}：{when}，余 {(one.first - today).days} 天。"
    return f"{one.name}：{when}，正在这段时间。"


def tiers(facts: TierFacts) -> str:
    """Who contacted counties, of all tiers."""
    words = (
        f"各级合计：本级联系过 {facts.own + facts.both} 个县，只有其他级联系过 {facts.others} 个，"
        f"都未登记联系 {facts.nobody} 个"
    )
    return f"{words}，都没有安排人 {facts.unpaired} 个。" if facts.unpaired else f"{words}。"


def prefecture(city: PrefectureStanding) -> str:
    """One city: counties contacted of all, contacts of the quota done of those owed."""
    words = f"{city.name} {city.contacted}/{city.counties} 个县"
    return f"{words}，{city.done}/{city.owed} 次" if city.owed else words
