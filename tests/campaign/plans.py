"""Plans that the tests share: Jiujiang's dates and rules, with the holidays those years had."""

from datetime import date, time

from campaign.definition import Definition
from campaign.digest_rules import DigestRhythm
from campaign.frame import Tier
from campaign.plan import Plan
from campaign.quota_rules import FirstWindow, QuotaRule, QuotaWindow
from campaign.vocabulary import Channel
from campaign.workdays import WorkCalendar, YearTable

# National holidays and make-up days that touch a 27th or its eve.
TABLES = {
    2022: YearTable(frozenset({date(2022, 10, day) for day in range(1, 8)}), frozenset({date(2022, 10, 8)})),
    2023: YearTable(
        frozenset({date(2023, 1, day) for day in range(21, 28)} | {date(2023, 6, 22), date(2023, 6, 23)}),
        frozenset({date(2023, 1, 28), date(2023, 1, 29), date(2023, 6, 25)}),
    ),
}


def jiujiang(**changes: object) -> Definition:
    """Jiujiang's definition, changed where a test wants it."""
    rule = QuotaRule(
        id="onsite-yearly",
        name="每年实地调研",
        channels=(Channel.ONSITE,),
        count=2,
        window=QuotaWindow.CALENDAR_YEAR,
        first_window=FirstWindow.PRORATED,
    )
    rhythm = DigestRhythm(
        day=27, time=time(9), two_month=(2, 4, 6, 8, 10, 12), quarter=(3, 6, 9, 12), half_year=(6, 12)
    )
    base = Definition(
        id="jiujiang-2022",
        title="演示专项工作",
        organisation="演示市总工会",
        tier=Tier.CITY,
        zone="Asia/Shanghai",
        start=date(2022, 11, 15),
        end=date(2023, 12, 31),
        roster="roster.csv",
        quotas=(rule,),
        digests=rhythm,
    )
    return base.model_copy(update=changes)


def plan(**changes: object) -> Plan:
    """The plan of that definition."""
    return Plan(jiujiang(**changes), WorkCalendar(TABLES))
