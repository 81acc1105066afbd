"""When digests are due, which days they cover, and the two-month window of a day."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.days import through
from campaign.digest_rules import DigestRhythm
from campaign.plan import Plan
from campaign.rhythm import Replaced
from campaign.vocabulary import DigestKind
from tests.campaign.plans import jiujiang, plan

ZONE = ZoneInfo("Asia/Shanghai")
TWO, QUARTER, HALF = DigestKind.TWO_MONTH, DigestKind.QUARTER, DigestKind.HALF_YEAR


def test_every_digest_of_jiujiang_falls_on_its_day_at_nine() -> None:
    assert [(c.at, c.kinds) for c in plan().rhythm.cut_offs] == [
        (datetime(2022, 12, 27, 9, tzinfo=ZONE), (TWO, QUARTER, HALF)),
        (datetime(2023, 2, 27, 9, tzinfo=ZONE), (TWO,)),
        (datetime(2023, 3, 27, 9, tzinfo=ZONE), (QUARTER,)),
        (datetime(2023, 4, 27, 9, tzinfo=ZONE), (TWO,)),
        (datetime(2023, 6, 27, 9, tzinfo=ZONE), (TWO, QUARTER, HALF)),
        (datetime(2023, 8, 25, 9, tzinfo=ZONE), (TWO,)),
        (datetime(2023, 9, 27, 9, tzinfo=ZONE), (QUARTER,)),
        (datetime(2023, 10, 27, 9, tzinfo=ZONE), (TWO,)),
        (datetime(2023, 12, 27, 9, tzinfo=ZONE), (TWO, QUARTER, HALF)),
    ]


def test_the_sections_of_a_merged_digest_cover_their_own_spans() -> None:
    june = plan().rhythm.cut_offs[4]
    assert [(section.kind, section.days) for section in june.sections] == [
        (TWO, through(date(2023, 4, 28), date(2023, 6, 27))),
        (QUARTER, through(date(2023, 3, 28), date(2023, 6, 27))),
        (HALF, through(date(2022, 12, 28), date(2023, 6, 27))),
    ]


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2022, 11, 15), date(2022, 11, 15), date(2022, 12, 27)),
        (date(2022, 12, 28), date(2022, 12, 28), date(2023, 2, 27)),
        (date(2023, 2, 27), date(2022, 12, 28), date(2023, 2, 27)),
        (date(2023, 2, 28), date(2023, 2, 28), date(2023, 4, 27)),
        (date(2023, 8, 26), date(2023, 8, 26), date(2023, 10, 27)),
        (date(2023, 12, 28), date(2023, 12, 28), date(2023, 12, 31)),
    ],
)
def test_a_day_belongs_to_the_window_that_ends_with_the_next_cut_off(
    day: date, first: date, last: date
) -> None:
    assert plan().rhythm.period(day) == through(first, last)


@given(st.dates(date(2022, 11, 15), date(2023, 12, 31)))
def test_every_day_of_the_campaign_is_in_its_own_window(day: date) -> None:
    assert day in plan().rhythm.period(day)


def test_what_is_due_begins_after_the_moment_given_and_includes_its_end() -> None:
    rhythm = plan().rhythm
    cut_off = rhythm.cut_offs[1].at
    assert [c.at for c in rhythm.due(cut_off - timedelta(seconds=1), cut_off)] == [cut_off]
    assert rhythm.due(cut_off, cut_off + timedelta(days=1)) == ()


def test_the_following_cut_off_is_later_than_now_and_the_last_has_none() -> None:
    rhythm = plan().rhythm
    assert rhythm.following(rhythm.cut_offs[0].at) == rhythm.cut_offs[1]
    assert rhythm.following(rhythm.cut_offs[-1].at) is None


def test_a_digest_taken_at_its_cut_off_has_the_days_of_its_section() -> None:
    rhythm = plan().rhythm
    for cut_off in rhythm.cut_offs:
        for section in cut_off.sections:
            assert rhythm.taken_at(section.kind, cut_off.at).sections == (section,)


def test_a_digest_may_be_taken_in_the_middle_of_its_window() -> None:
    taken = plan().rhythm.taken_at(TWO, plan().rhythm.cut_offs[1].at - timedelta(days=7))
    assert taken.sections[0].days == through(date(2022, 12, 28), date(2023, 2, 20))


def changed(at: datetime, **digests: object) -> Plan:
    """Jiujiang's rules, replaced at a moment by a version with another rhythm."""
    rhythm = DigestRhythm.model_validate({**jiujiang().digests.model_dump(), **digests})
    return Plan(jiujiang(digests=rhythm), plan().public, (Replaced(jiujiang(), at),))


def test_another_day_moves_only_what_comes_after_the_change() -> None:
    rhythm = changed(datetime(2023, 3, 1, 10, tzinfo=ZONE), day=20).rhythm
    assert [c.at.date() for c in rhythm.cut_offs] == [
        date(2022, 12, 27),
        date(2023, 2, 27),
        date(2023, 3, 20),
        date(2023, 4, 20),
        date(2023, 6, 20),
        date(2023, 8, 18),
        date(2023, 9, 20),
        date(2023, 10, 20),
        date(2023, 12, 20),
    ]
    assert rhythm.cut_offs[3].sections[0].days == through(date(2023, 2, 28), date(2023, 4, 20))


def test_a_month_that_had_its_digest_gets_no_second_one() -> None:
    rhythm = changed(datetime(2023, 2, 27, 10, tzinfo=ZONE), day=28).rhythm
    assert [c.at.date() for c in rhythm.cut_offs[1:3]] == [date(2023, 2, 27), date(2023, 3, 28)]


def test_rules_changed_before_the_hour_hold_at_once() -> None:
    rhythm = changed(datetime(2023, 2, 27, 8, tzinfo=ZONE), day=28).rhythm
    assert [c.at.date() for c in rhythm.cut_offs[1:3]] == [date(2023, 2, 28), date(2023, 3, 28)]
    assert rhythm.period(date(2023, 2, 28)) == through(date(2022, 12, 28), date(2023, 2, 28))


@pytest.mark.parametrize(
    ("loaded", "rules", "due"),
    [
        ("2023-02-22T10:00", {"day": 10}, "2023-02-23T09:00"),  # the next working day
        ("2023-02-24T10:00", {"day": 10, "time": time(8)}, "2023-02-27T08:00"),
        ("2023-02-26T10:00", {"day": 10, "time": time(15)}, "2023-02-27T09:00"),  # never later than it was
        ("2023-02-22T10:00", {"day": 22}, "2023-02-23T09:00"),  # its hour is past, if not its day
        ("2023-02-22T08:00", {"day": 22}, "2023-02-22T09:00"),
    ],
)
def test_a_digest_that_other_rules_move_to_the_past_comes_as_soon_as_it_can(
    loaded: str, rules: dict[str, object], due: str
) -> None:
    rhythm = changed(datetime.fromisoformat(loaded + "+08:00"), **rules).rhythm
    february = rhythm.cut_offs[1]
    assert (february.at, february.kinds) == (datetime.fromisoformat(due + "+08:00"), (TWO,))
    assert february.sections[0].days == through(date(2022, 12, 28), february.at.date())
    assert rhythm.cut_offs[2].at.date() == date(2023, 3, int(str(rules["day"])))


def test_what_is_moved_to_the_day_of_another_digest_is_one_with_it() -> None:
    loaded = datetime(2023, 2, 24, 10, tzinfo=ZONE)
    rhythm = changed(loaded, day=20, time=time(15), week=1).rhythm
    february = [c for c in rhythm.cut_offs if c.at.date() == date(2023, 2, 27)]
    assert [(c.at, c.kinds) for c in february] == [
        (datetime(2023, 2, 27, 9, tzinfo=ZONE), (DigestKind.WEEK, TWO))
    ]


def test_what_was_moved_to_the_past_stays_due_when_rules_are_mended_once_more() -> None:
    earlier = changed(datetime(2023, 2, 22, 10, tzinfo=ZONE), day=10)
    mended = Replaced(earlier.definition, datetime(2023, 2, 22, 11, tzinfo=ZONE))
    for day, due in ((10, 23), (24, 24), (27, 27)):
        digests = earlier.definition.digests.model_copy(update={"day": day})
        again = Plan(jiujiang(digests=digests), plan().public, (*earlier.replaced, mended))
        assert again.rhythm.cut_offs[1].at.date() == date(2023, 2, due)


def test_a_month_that_rules_never_promised_is_not_made_up() -> None:
    rhythm = changed(datetime(2023, 2, 22, 10, tzinfo=ZONE), day=10, month=(2, 3)).rhythm
    assert [c.kinds for c in rhythm.cut_offs[1:3]] == [(TWO,), (DigestKind.MONTH, QUARTER)]
