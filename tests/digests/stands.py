"""Figures made by hand: counties that stand as a test wants them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from campaign.figures import Figures, IssueCounts
from campaign.plan import Plan
from campaign.rhythm import CutOff
from campaign.standing import CountyCounts, standing
from campaign.vocabulary import Channel
from digests.facts import DigestFacts
from digests.gathering import compose
from tests.campaign.plans import plan

CHINA = ZoneInfo("Asia/Shanghai")


def county(
    name: str, contacts: int = 0, period: int = 0, days: int = 0, prefecture: str = "演示市"
) -> CountyCounts:
    """A county by what was counted of it: in the campaign, in the window, its days of the quota."""
    return CountyCounts(1, name, prefecture, f"{name}领导", None, contacts, None, period, days, days)


def figures(rules: Plan, cut_off: CutOff, rows: Sequence[Sequence[CountyCounts]]) -> list[Figures]:
    """The figures of a cut-off's sections, each from its own counts."""
    today = cut_off.at.date()
    return [
        Figures(
            standing(rules.windows(today, section.days), counts),
            {Channel.ONSITE: sum(row.period_contacts for row in counts)},
            IssueCounts(6, 2, 7, 2),
            3,
            1,
        )
        for section, counts in zip(cut_off.sections, rows, strict=True)
    ]


def facts(at: datetime, *rows: Sequence[CountyCounts], rules: Plan | None = None) -> DigestFacts:
    """The facts of the digest due at `at`; one list of counts a section, or one for all."""
    rules = rules or plan()
    cut_off = next(c for c in rules.rhythm.cut_offs if c.at == at)
    counts = rows if len(rows) > 1 else rows * len(cut_off.sections)
    made = figures(rules, cut_off, counts)
    return compose(rules, at, list(zip(cut_off.kinds, made, strict=True)))


def moment(year: int, month: int, day: int) -> datetime:
    """Nine o'clock of a day, China's time."""
    return datetime(year, month, day, 9, tzinfo=CHINA)
