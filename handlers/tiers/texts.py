"""Words on counties that several tiers look after."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from campaign.frame import Tier
from campaign.tiers import Reached, Union
from campaign.vocabulary import Channel
from handlers.texts import channel_words, esc, short_day

TIERS: Mapping[Tier, str] = {
    Tier.NATIONAL: "全总",
    Tier.PROVINCE: "省里",
    Tier.CITY: "市里",
    Tier.COUNTY: "县里",
}
UNPAIRED_LEAD = "各级都无人对口联系"


def tier_line(unions: Sequence[Union]) -> str:
    """How many counties whom has reached, and how many nobody is paired with; empty without linked tiers."""
    if not unions:
        return ""
    others = _tiers(unions)
    counts, alone = Counter(union.reached for union in unions), sum(union.unpaired for union in unions)
    nobody = f"各级都未登记联系 {counts[Reached.NOBODY]} 个"
    return f"与{others}合计：{nobody}，{_parts(counts, others)}，无人对口 {alone} 个"


def window_lines(unions: Sequence[Union]) -> list[str]:
    """The same of the two-month window, in all and by channel."""
    if not unions:
        return []
    others, every = _tiers(unions), Counter(union.reached_in_window() for union in unions)
    lines = [f"本期：各级都未登记联系 {every[Reached.NOBODY]} 个，{_parts(every, others)}"]
    channels = {channel: Counter(u.reached_in_window(channel) for u in unions) for channel in Channel}
    by_channel = [
        f"{channel_words(channel)}：{_parts(counts, others)}"
        for channel, counts in channels.items()
        if counts[Reached.NOBODY] < len(unions)
    ]
    return lines + (["其中" + "；".join(by_channel)] if by_channel else [])


def _parts(counts: Mapping[Reached, int], others: str) -> str:
    return (
        f"只有{others}联系 {counts[Reached.OTHERS]} 个，只有本级联系 {counts[Reached.OWN]} 个，"
        f"各级重叠 {counts[Reached.BOTH]} 个"
    )


def reached_by(unions: Sequence[Union], county_id: int, today: date) -> str:
    """When another tier last contacted a county, for the end of its line; empty when none did."""
    found = next((union.latest for union in unions if union.own.county_id == county_id), None)
    if found is None or found.last_day is None:
        return ""
    channels = "、".join(channel_words(c) for c, day in found.in_window.items() if day == found.last_day)
    return f"，{TIERS[found.tier]} {short_day(found.last_day, today)}{channels}联系过"


def unpaired_lines(unions: Sequence[Union]) -> list[str]:
    """The counties that no tier has anybody for."""
    names = [esc(union.own.name) for union in unions if union.unpaired]
    return [f"<b>{UNPAIRED_LEAD}（{len(names)} 个）</b>", *(f"· {name}" for name in names)] if names else []


def _tiers(unions: Sequence[Union]) -> str:
    found = {other.tier for union in unions for other in union.others}
    return "、".join(word for tier, word in TIERS.items() if tier in found) or "其他层级"
