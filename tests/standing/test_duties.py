"""Standing duties, against the slow reference: a duty asks as a rule does that counts every event."""

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.days import through
from campaign.duties import DutyHolder, DutyRule
from campaign.duty_standing import Asking, DutyDone, DutyState, Holder, duty_standing
from campaign.quota_rules import RECURRING, FirstWindow, QuotaWindow
from tests.standing.answers import asked, done, window
from tests.standing.reference import DAY, Contact, Rule, World

SPAN = (date(2022, 9, 13), date(2023, 10, 20))
DAYS = st.integers(0, (SPAN[1] - SPAN[0]).days).map(lambda n: SPAN[0] + n * DAY)
SAVED = datetime(2023, 1, 1, tzinfo=UTC)
HOLDERS = (Holder(7, "east"), Holder(8, "west"), Holder(0, "chair"))
EVENTS = st.lists(st.tuples(st.sampled_from(HOLDERS), DAYS), max_size=12)


@st.composite
def duties(draw: st.DrawFn) -> DutyRule:
    """Any duty that the rules may hold."""
    kind = draw(st.sampled_from(QuotaWindow))
    return DutyRule(
        id="duty",
        name="x",
        who=DutyHolder.COUNTY,
        count=draw(st.integers(1, 4)),
        window=kind,
        days=draw(st.integers(1, 90)) if kind is QuotaWindow.ROLLING else None,
        by=draw(DAYS) if kind is QuotaWindow.BY_DATE else None,
        first_window=draw(st.sampled_from(FirstWindow)),
        carry_over=kind in RECURRING and draw(st.booleans()),
    )


@settings(max_examples=200, deadline=None)
@given(rule=duties(), events=EVENTS, today=DAYS, paused=st.sets(st.sampled_from((7, 8))))
def test_every_holder_stands_as_the_reference_says(
    rule: DutyRule, events: list[tuple[Holder, date]], today: date, paused: set[int]
) -> None:
    plain = Rule(
        *("duty", "county", frozenset({"onsite"}), rule.count, rule.window.value),
        days=rule.days or 0,
        by=rule.by or date.min,
        first_window=rule.first_window.value,
        same_day_once=False,
        carry_over=rule.carry_over,
    )
    contacts = [Contact(holder.name, day, "onsite", "", None, SAVED) for holder, day in events]
    world = World(SPAN, "UTC", (plain,), (), contacts)
    logged = [DutyDone("duty", h.county_id, h.name, day) for h, day in events]
    found = duty_standing(rule, Asking(through(*SPAN), today, paused), HOLDERS, logged)
    part = window(world, plain, today)[1]
    wanted = asked(world, plain, today, None)
    assert (found.days.first, found.days.last, found.required) == (*part, wanted)
    for stand in found.stands:
        had = done(world, plain, stand.holder.name, today, None)
        assert (stand.done, stand.required) == (had, wanted)
        assert stand.days_left == max(0, (part[1] - today).days + 1)
        assert stand.needed == max(0, wanted - had)
        if had >= wanted:
            assert stand.state is DutyState.DONE
        elif stand.holder.county_id in paused:
            assert stand.state is DutyState.PAUSED
        else:
            assert stand.state is (DutyState.OVERDUE if today > part[1] else DutyState.OWED)
    assert [stand.holder for stand in found.missing] == [
        stand.holder for stand in found.stands if stand.needed and stand.state is not DutyState.PAUSED
    ]
