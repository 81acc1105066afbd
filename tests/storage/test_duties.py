"""Standing duties in the store: cards, records, what is owed, as it was known at a moment."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from campaign.actions.duties import DutyFigures, duties_of, duty_figures
from campaign.actions.duty_cards import drop_duty, log_duty, open_card, withdraw_duty
from campaign.audit_trail import About
from campaign.days import Days
from campaign.duties import DutyHolder, DutyRule
from campaign.duty_records import DutyNote, DutyRecord
from campaign.duty_standing import DutyState, Holder
from campaign.errors import DayInFuture, DraftGone, Incomplete, NotAllowed, NotFound
from campaign.quota_rules import QuotaWindow
from storage import Database, Unit
from tests.campaign.plans import jiujiang
from tests.storage.play import NAMES, NOW, Play

DAY = date(2023, 2, 10)
LATER = NOW + timedelta(days=3)


def _duty(duty: str, who: DutyHolder, window: QuotaWindow, *persons: str) -> DutyRule:
    return DutyRule(id=duty, name=f"演示{duty}", who=who, persons=persons, count=1, window=window)


RULES = (
    _duty("meeting", DutyHolder.COUNTY, QuotaWindow.QUARTER),
    _duty("report", DutyHolder.CITY, QuotaWindow.HALF_YEAR),
    _duty("talk", DutyHolder.PERSON, QuotaWindow.CALENDAR_YEAR, "演示主席"),
)


@pytest.fixture
def duties(database: Database) -> Play:
    return Play(database, jiujiang(duties=RULES))


def note(play: Play, card: str = "1-1", day: date | None = DAY, county: str = NAMES[0]) -> DutyNote:
    return DutyNote(card, "meeting", Holder(play.counties[county], county), day, "", (), 501, 9)


def log(play: Play, *notes: DutyNote, at: datetime = NOW) -> list[DutyRecord]:
    def work(unit: Unit) -> list[DutyRecord]:
        lines = open_card(unit, play.actor, notes)
        return list(log_duty(unit, play.actor, lines[0].id))

    return play.write(work, at)


def figures(play: Play, at: datetime = NOW) -> tuple[DutyFigures, ...]:
    return play.read(lambda unit: duty_figures(unit, play.id, at), at)


def test_what_is_owed_and_by_whom(duties: Play) -> None:
    log(duties, note(duties), replace(note(duties), holder=Holder(duties.counties[NAMES[1]], NAMES[1])))
    log(duties, DutyNote("1-2", "talk", Holder(0, "演示主席"), DAY, "", (), 501, 10))
    assert figures(duties) == (
        DutyFigures("meeting", "演示meeting", date(2023, 1, 1), date(2023, 3, 31), 3, 2, (NAMES[2],)),
        DutyFigures("report", "演示report", date(2023, 1, 1), date(2023, 6, 30), 1, 0, ("演示市",)),
        DutyFigures("talk", "演示talk", date(2023, 1, 1), date(2023, 12, 31), 1, 1, ()),
    )
    assert figures(duties, datetime(2023, 4, 3, tzinfo=UTC))[0].missing == NAMES


def test_figures_are_those_that_were_known_at_the_moment(duties: Play) -> None:
    (record,) = log(duties, note(duties))
    duties.write(lambda unit: withdraw_duty(unit, duties.actor, record.id, " 登错了 "), LATER)
    known = [figures(duties, at)[0].done for at in (NOW - timedelta(hours=1), NOW, LATER)]
    assert known == [0, 1, 0]
    kept = duties.read(lambda unit: unit.duties.get(duties.id, record.id))
    assert (kept.stands, kept.reason, kept.withdrawn_at) == (False, "登错了", LATER)
    assert kept.withdrawn_by == duties.actor.person.id


def test_a_contact_person_logs_on_behalf_of_the_liaison_and_the_trail_says_so(duties: Play) -> None:
    (record,) = log(duties, note(duties))
    assert record == log(duties, note(duties))[0]
    liaison = duties.read(lambda unit: unit.people.person(duties.id, "演示主席"))
    assert (record.behalf_id, record.author_name, record.saved_at) == (liaison.id, "演示部长", NOW)
    again = duties.write(lambda unit: withdraw_duty(unit, duties.actor, record.id, "重复"))
    assert again == duties.write(lambda unit: withdraw_duty(unit, duties.actor, record.id, "别的"))
    trail = duties.read(lambda unit: unit.audit.entries(duties.id, About(duties.counties[NAMES[0]]), 9, 0))
    assert [(entry.action, entry.facts["after"]) for entry in trail] == [
        ("duty.withdraw", "withdrawn"),
        ("duty.save", f"{NAMES[0]} 2023-02-10"),
    ]


def test_what_a_card_lacks_or_may_not_be_saved(duties: Play) -> None:
    with pytest.raises(Incomplete):
        log(duties, note(duties, day=None))
    with pytest.raises(DayInFuture):
        log(duties, note(duties, day=date(2023, 2, 21)))
    with pytest.raises(NotFound):
        log(duties, replace(note(duties), duty="other"))
    with pytest.raises(NotAllowed):
        log(duties, DutyNote("1-3", "report", Holder(0, "演示别市"), DAY, "", (), 501, 9))
    lines = duties.write(lambda unit: open_card(unit, duties.actor, [note(duties)]))
    duties.write(lambda unit: drop_duty(unit, duties.actor, lines[0].id))
    with pytest.raises(DraftGone):
        duties.write(lambda unit: log_duty(unit, duties.actor, lines[0].id))
    with pytest.raises(NotFound):
        duties.write(lambda unit: withdraw_duty(unit, duties.actor, lines[0].id, ""))
    assert figures(duties)[0].done == 0


def test_a_paused_county_owes_nothing(duties: Play) -> None:
    county = duties.read(lambda unit: unit.people.county(duties.id, duties.counties[NAMES[0]]))
    days = Days(date(2023, 2, 1), date(2023, 3, 1))
    duties.write(lambda unit: unit.pauses.begin(duties.id, county.id, days, "演示"))
    assert figures(duties)[0].holders == 2
    (one,) = duties.read(lambda unit: duties_of(unit, duties.id, county))
    assert [stand.state for stand in one.stands] == [DutyState.PAUSED]
