"""Words on counties that several tiers look after."""

from collections.abc import Mapping, Sequence
from datetime import date

from campaign.frame import Tier
from campaign.tiers import Reached, Union
from handlers.texts import esc, short_day

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
    counts = {reached: sum(union.reached is reached for union in unions) for reached in Reached}
    parts = [
        f"各级都未登记联系 {counts[Reached.NOBODY]} 个",
        f"只有{others}联系 {counts[Reached.OTHERS]} 个",
        f"只有本级联系 {counts[Reached.OWN]} 个",
        f"各级重叠 {counts[Reached.BOTH]} 个",
        f"无人对口 {sum(union.unpaired for union in unions)} 个",
    ]
    return f"与{others}合计：{'，'.join(parts)}"


def reached_by(unions: Sequence[Union], county_id: int, today: date) -> str:
    """When another tier last contacted a county, for the end of its line; empty when none did."""
    found = next((union.latest for union in unions if union.own.county_id == county_id), None)
    if found is None or found.last_day is None:
        return ""
    return f"，{TIERS[found.tier]} {short_day(found.last_day, today)}联系过"


def unpaired_lines(unions: Sequence[Union]) -> list[str]:
    """The counties that no tier has anybody for."""
    names = [esc(union.own.name) for union in unions if union.unpaired]
    return [f"<b>{UNPAIRED_LEAD}（{len(names)} 个）</b>", *(f"· {name}" for name in names)] if names else []


def _tiers(unions: Sequence[Union]) -> str:
    found = {other.tier for union in unions for other in union.others}
    return "、".join(word for tier, word in TIERS.items() if tier in found) or "其他层级"
