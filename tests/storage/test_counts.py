"""Counts against literals that were counted by hand."""

from datetime import UTC, date, datetime, timedelta

from campaign.drafts import DraftIssue, DraftPractice
from campaign.figures import IssueCounts
from campaign.people import Actor
from campaign.standing import CountyCounts
from campaign.vocabulary import Channel
from storage import Unit
from tests.storage.play import NOW, Play

DAY = date(2023, 2, 20)


def _at(month: int, day: int, hour: int = 2) -> datetime:
    return datetime(2022 if month > 10 else 2023, month, day, hour, tzinfo=UTC)


def _live(play: Play) -> None:
    """Five contacts stand: three in 甲 (two on one day, one by phone), one in 乙 in 2022, one typed late."""
    play.log("演示甲县", date(2023, 1, 10), at=_at(1, 10))
    play.log("演示甲县", date(2023, 1, 10), at=_at(1, 11))
    play.log("演示甲县", date(2023, 2, 1), Channel.PHONE, at=_at(2, 1))
    play.log("演示乙县", date(2022, 12, 1), at=_at(12, 1))
    play.log("演示乙县", date(2022, 12, 20), Channel.VIDEO, at=_at(1, 5))
    play.withdraw(play.log("演示丙县", date(2023, 2, 2), at=_at(2, 2)), _at(2, 2, 3))


def test_by_county(play: Play) -> None:
    _live(play)
    names = ("演示市", "演示主席", "演示部长")
    first, second, third = play.counties.values()
    start = play.definition.start
    assert play.counts(play.windows(DAY)) == [
        CountyCounts(first, "演示甲县", *names, 3, date(2023, 2, 1), 3, 2, 1, date(2023, 1, 10), start),
        CountyCounts(second, "演示乙县", *names, 2, date(2022, 12, 20), 0, 0, 0, None, start),
        CountyCounts(third, "演示丙县", *names, 0, None, 0, 0, 0, None, start),
    ]


def test_by_county_in_the_year_before(play: Play) -> None:
    _live(play)
    counts = play.counts(play.windows(date(2022, 12, 20)))
    assert [(row.period_contacts, row.quota_contacts, row.quota_days) for row in counts] == [
        (0, 0, 0),
        (2, 1, 1),
        (0, 0, 0),
    ]


def test_as_of_a_moment_only_what_was_known_counts(play: Play) -> None:
    _live(play)
    windows = play.windows(DAY)
    assert [row.contacts for row in play.counts(windows, _at(1, 1))] == [0, 1, 0]
    assert [row.contacts for row in play.counts(windows, _at(1, 10))] == [1, 2, 0]
    assert [row.contacts for row in play.counts(windows, _at(2, 2))] == [3, 2, 1]
    assert [row.contacts for row in play.counts(windows, _at(2, 2, 3))] == [3, 2, 0]


def test_only_the_uncovered(play: Play) -> None:
    _live(play)
    windows = play.windows(DAY)
    for as_of in (None, NOW):
        rows = play.counts(windows, as_of, uncovered=True)
        assert [row.name for row in rows] == ["演示乙县", "演示丙县"]
        assert rows == play.counts(windows, as_of)[1:]


def test_only_one_persons(play: Play) -> None:
    _live(play)
    windows = play.windows(DAY)
    actor = play.actor
    rows = play.read(lambda unit: unit.counts.by_county(play.id, windows, actor.person.id))
    assert rows == play.counts(windows)
    as_of = play.read(lambda unit: unit.counts.by_county(play.id, windows, actor.person.id, NOW))
    assert as_of == rows
    assert play.read(lambda unit: unit.counts.by_county(play.id, windows, 999)) == []


def test_only_one_county(play: Play) -> None:
    _live(play)
    windows = play.windows(DAY)

    def counted(name: str, as_of: datetime | None) -> CountyCounts | None:
        return play.read(lambda unit: unit.counts.county(play.id, windows, play.counties[name], as_of))

    for as_of in (None, NOW, _at(1, 10)):
        assert [counted(name, as_of) for name in play.counties] == play.counts(windows, as_of)
    assert play.read(lambda unit: unit.counts.county(play.id, windows, 999)) is None


def test_channels(play: Play) -> None:
    _live(play)
    days = play.windows(DAY).period
    assert play.read(lambda unit: unit.counts.channels(play.id, days)) == {
        Channel.ONSITE: 2,
        Channel.PHONE: 1,
    }
    assert play.read(lambda unit: unit.counts.channels(play.id, days, _at(1, 10))) == {Channel.ONSITE: 1}
    whole = play.definition.span
    assert play.read(lambda unit: unit.counts.channels(play.id, whole)) == {
        Channel.ONSITE: 3,
        Channel.PHONE: 1,
        Channel.VIDEO: 1,
    }


def test_late(play: Play) -> None:
    """The window begins on 28 December; its predecessor's figures were taken on the 27th at nine."""
    _live(play)
    before, since = date(2022, 12, 28), _at(12, 27, 1)
    assert play.read(lambda unit: unit.counts.late(play.id, before, since)) == 1
    assert play.read(lambda unit: unit.counts.late(play.id, before, since, _at(1, 4))) == 0
    assert play.read(lambda unit: unit.counts.late(play.id, before, since, _at(1, 5))) == 1


def test_late_begins_at_the_moment_within_the_day(play: Play) -> None:
    since = datetime(2022, 12, 27, 1, tzinfo=UTC)
    for minutes in (-60, 0, 1, 60 * 14, 60 * 15 - 1, 60 * 15, 60 * 24):
        at = since + timedelta(minutes=minutes)
        play.log("演示甲县", date(2022, 12, 26), at=at)
    withdrawn = play.log("演示甲县", date(2022, 12, 26), at=since + timedelta(minutes=5))
    play.withdraw(withdrawn, NOW)
    before = date(2022, 12, 28)
    assert play.read(lambda unit: unit.counts.late(play.id, before, since)) == 5
    assert play.read(lambda unit: unit.counts.late(play.id, before, since, NOW)) == 5


def test_issues_and_practices(play: Play) -> None:
    def close(unit: Unit) -> None:
        actor: Actor = play._actor(unit)
        unit.records.close_issue(play.id, 1, actor, "", _at(2, 10))
        unit.records.close_issue(play.id, 2, actor, "", _at(2, 10))

    county = play.contact("演示甲县", date(2022, 12, 5))
    old = (DraftIssue(text="a"), DraftIssue(text="b", due=date(2023, 1, 1)))
    play.save(play.draft(county, issues=old, practices=(DraftPractice(text="p"),)), _at(12, 5))
    new = (DraftIssue(text="c", due=date(2023, 2, 19)), DraftIssue(text="d", due=DAY), DraftIssue(text="e"))
    play.save(play.draft(play.contact("演示乙县", date(2023, 2, 9)), issues=new), _at(2, 9))
    play.withdraw(play.save(play.draft(county, issues=new), _at(2, 9)), _at(2, 10))
    play.write(close, _at(2, 10))
    since = _at(12, 27, 1)
    issues = {as_of: play.issues(since, DAY, as_of) for as_of in (None, NOW, _at(2, 9), _at(1, 1))}
    assert issues == {
        None: IssueCounts(raised=3, closed=2, open=3, overdue=1),
        NOW: IssueCounts(raised=3, closed=2, open=3, overdue=1),
        _at(2, 9): IssueCounts(raised=6, closed=0, open=8, overdue=3),
        _at(1, 1): IssueCounts(raised=0, closed=0, open=2, overdue=1),
    }
    assert play.read(lambda unit: unit.counts.practices(play.id, since)) == 0
    assert play.read(lambda unit: unit.counts.practices(play.id, _at(12, 4))) == 1
    assert play.read(lambda unit: unit.counts.practices(play.id, _at(11, 20), _at(12, 4))) == 0
