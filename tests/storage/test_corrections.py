"""A saved record takes a new form: numbers stay, what it said is kept, the tallies are those of a recount."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from campaign.actions.corrections import correct_record, correctable, propose, take_proposal
from campaign.actions.withdrawals import withdraw_for_reason
from campaign.corrections import pinned
from campaign.drafts import Draft, DraftIssue, DraftPractice
from campaign.errors import Changed, DraftGone, Incomplete
from campaign.records import SavedRecord
from campaign.roster import Roster
from campaign.vocabulary import Channel
from storage import Unit
from storage.tallies import rebuild_tallies
from tests.storage.play import NOW, ROSTER, Play

DAY = date(2023, 2, 20)


def _saved(play: Play) -> SavedRecord:
    contacts = (play.contact("演示甲县", DAY),)
    issues = (DraftIssue(text="活动阵地不足", due=date(2023, 5, 1)), DraftIssue(text="没有专职人员"))
    return play.save(play.draft(*contacts, issues=issues, practices=(DraftPractice(text="职工夜校"),)))


def _form(play: Play, record: SavedRecord) -> Draft:
    return play.read(lambda unit: correctable(unit, play._actor(unit), record.draft_id)[0])


def _correct(play: Play, record: SavedRecord, target: Draft, reason: str = "") -> SavedRecord:
    def work(unit: Unit) -> SavedRecord:
        return correct_record(unit, play._actor(unit), record.draft_id, target, reason)[0]

    return play.write(work, NOW + timedelta(minutes=5))


def _moved(form: Draft, **fields: object) -> Draft:
    return form.model_copy(update={"contacts": (form.contacts[0].model_copy(update=fields),)})


def _tallies(play: Play) -> object:
    def counted(unit: Unit) -> object:
        windows = play.windows(DAY)
        channels = unit.counts.channels(play.id, windows.period)
        return unit.counts.by_county(play.id, windows), dict(channels)

    before = play.read(counted)

    def rebuilt(unit: Unit) -> object:
        rebuild_tallies(unit.records._db, unit.campaigns.plan(play.id))
        return counted(unit)

    assert play.write(rebuilt) == before
    return before


def test_a_contact_moves_and_its_items_with_it(play: Play) -> None:
    record = _saved(play)
    other = play.counties["演示乙县"]
    target = _moved(
        _form(play, record),
        county_id=other,
        day=DAY - timedelta(60),
        channel=Channel.PHONE,
        participants=9,
    )
    corrected = _correct(play, record, target)
    contact = corrected.contacts[0]
    assert (contact.number, contact.county_id, contact.channel) == (1, other, Channel.PHONE)
    assert (contact.day, contact.participants) == (DAY - timedelta(60), 9)
    assert [(item.number, item.county_id) for item in corrected.issues] == [(1, other), (2, other)]
    assert [item.county_id for item in corrected.practices] == [other]
    assert play.read(lambda unit: unit.records.of_draft(record.draft_id)) == corrected
    _tallies(play)
    windows = play.windows(DAY)
    assert [row.contacts for row in play.counts(windows)] == [0, 1, 0]


def test_what_it_said_before_is_kept(play: Play) -> None:
    record = _saved(play)
    form = _form(play, record)
    issues = (form.issues[0].model_copy(update={"text": "活动场地不足"}), form.issues[1])
    target = _moved(form, participants=15).model_copy(update={"issues": issues})
    _correct(play, record, target, "人数记错")
    trail = play.read(lambda unit: unit.audit.latest(play.id, 1)[0])
    assert trail.action == "record.correct"
    assert trail.facts["reason"] == "人数记错"
    assert [(c["what"], c["field"], c["before"], c["after"]) for c in trail.facts["changes"]] == [
        ("contact", "participants", None, 15),
        ("issue", "text", "活动阵地不足", "活动场地不足"),
    ]
    dossier = play.read(lambda unit: unit.issues.dossier(play.id, 1))
    assert (dossier.issue.text, dossier.issue.due) == ("活动场地不足", date(2023, 5, 1))
    assert [(event.step.value, event.note) for event in dossier.events] == [
        ("raise", None),
        ("correct", "活动阵地不足"),
    ]


def test_items_come_and_go_with_numbers_of_their_own(play: Play) -> None:
    record = _saved(play)
    form = _form(play, record)
    target = form.model_copy(update={"issues": (form.issues[1], DraftIssue(text="经费也不够"))})
    corrected = _correct(play, record, target)
    assert [(item.number, item.text) for item in corrected.issues] == [(2, "没有专职人员"), (3, "经费也不够")]
    opened = play.read(lambda unit: unit.records.issues_of(play.id, play.counties["演示甲县"]))
    assert [item.number for item in opened] == [2, 3]
    again = pinned(_form(play, corrected))
    assert _correct(play, corrected, again.model_copy(update={"issues": target.issues})) == corrected
    contacts = (*again.contacts, play.contact("演示丙县", DAY, Channel.VIDEO))
    two = _correct(play, corrected, again.model_copy(update={"contacts": contacts}))
    assert [contact.number for contact in two.contacts] == [1, 2]
    _tallies(play)
    one = pinned(_form(play, two))
    left = _correct(play, two, one.model_copy(update={"contacts": one.contacts[1:]}))
    assert [contact.number for contact in left.contacts] == [2]
    _tallies(play)


def test_the_second_time_changes_nothing(play: Play) -> None:
    record = _saved(play)
    target = _moved(_form(play, record), day=DAY - timedelta(1))
    corrected = _correct(play, record, target)
    assert _correct(play, record, target) == corrected
    rows = play.read(lambda unit: unit.audit.latest(play.id, 9))
    assert [row.action for row in rows].count("record.correct") == 1


def test_a_form_of_yesterday_overwrites_nothing(play: Play) -> None:
    record = _saved(play)
    stale = _moved(_form(play, record), participants=3)
    corrected = _correct(play, record, _moved(_form(play, record), participants=4))
    with pytest.raises(Changed):
        _correct(play, record, stale)
    assert play.read(lambda unit: unit.records.of_draft(record.draft_id)) == corrected


def test_an_empty_form_and_a_withdrawn_record_are_refused(play: Play) -> None:
    record = _saved(play)
    form = _form(play, record)
    with pytest.raises(Incomplete):
        _correct(play, record, form.model_copy(update={"contacts": (), "issues": (), "practices": ()}))
    withdrawn = play.write(lambda unit: withdraw_for_reason(unit, play._actor(unit), record.draft_id, "重复"))
    assert withdrawn.withdrawn
    with pytest.raises(DraftGone):
        _correct(play, record, form)


def test_a_corrected_record_is_withdrawn_whole(play: Play) -> None:
    record = _saved(play)
    corrected = _correct(play, record, _moved(_form(play, record), day=DAY - timedelta(1)))
    play.withdraw(corrected)
    _tallies(play)
    assert [row.contacts for row in play.counts(play.windows(DAY))] == [0, 0, 0]


def test_a_proposal_waits_until_it_is_taken(play: Play) -> None:
    record = _saved(play)
    form = _moved(_form(play, record), participants=20)
    form = form.model_copy(update={"issues": (*form.issues, DraftIssue(text="经费也不够"))})
    proposal = form.model_copy(update={"id": f"{play.id}-proposed", "corrects": record.draft_id})

    def proposed(unit: Unit) -> int:
        return len(propose(unit, play._actor(unit), proposal)[1])

    assert play.write(proposed) == 2
    assert play.read(lambda unit: unit.records.of_draft(record.draft_id)) == record
    taken = [
        play.write(lambda unit: take_proposal(unit, play._actor(unit), proposal.id, "核实后更正"))
        for _ in range(2)
    ]
    assert taken[0] == taken[1] == play.read(lambda unit: unit.records.of_draft(record.draft_id))
    assert taken[0].contacts == (replace(record.contacts[0], participants=20),)
    assert [(item.number, item.text) for item in taken[0].issues][2:] == [(3, "经费也不够")]


def test_a_county_that_left_meanwhile_is_on_the_lists_again_with_what_is_moved_to_it(play: Play) -> None:
    record = play.log("演示甲县", DAY)
    other = play.counties["演示丙县"]
    play.write(lambda unit: unit.people.take_roster(play.id, Roster(ROSTER.rows[:2], ()), NOW))
    assert [row.name for row in play.counts(play.windows(DAY))] == ["演示甲县", "演示乙县"]
    _correct(play, record, _moved(_form(play, record), county_id=other))
    rows = play.counts(play.windows(DAY))
    assert [(row.name, row.contacts) for row in rows][2:] == [("演示丙县", 1)]


def test_a_county_that_left_is_on_the_lists_again_with_an_issue_moved_to_it(play: Play) -> None:
    record = _saved(play)
    other = play.counties["演示丙县"]
    play.write(lambda unit: unit.people.take_roster(play.id, Roster(ROSTER.rows[:2], ()), NOW))
    form = _form(play, record)
    issues = (form.issues[0].model_copy(update={"county_id": other}), *form.issues[1:])
    _correct(play, record, form.model_copy(update={"issues": issues}))
    assert "演示丙县" in [row.name for row in play.counts(play.windows(DAY))]
