"""What is old and over is swept; what is owed, open, counted or young is not."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

import pytest

from campaign.drafts import DraftIssue
from campaign.invites import InviteTries
from campaign.vocabulary import DraftState
from storage import Unit
from storage.inbox import Arrival
from tests.storage.play import NOW, Play

BOT = 0
LATER = NOW + timedelta(days=100)
BEFORE = NOW + timedelta(days=10)


def _owe(unit: Unit) -> None:
    for number in range(1, 6):
        unit.outbox.owe(f"k{number}", -1, "plain", {}, NOW)


def test_only_what_was_delivered_long_ago_is_forgotten(play: Play) -> None:
    play.write(_owe)
    play.write(lambda unit: unit.outbox.mark_sent(1, 7))
    play.write(lambda unit: unit.outbox.mark_failed(2, "x"))
    play.write(lambda unit: unit.outbox.mark_sent(3, 8), LATER)
    for _ in range(2):
        play.write(lambda unit: unit.outbox.mark_trying(4))
    play.write(lambda unit: unit.outbox.mark_sent(4, 9))
    assert play.write(lambda unit: unit.sweeping.delivered(BEFORE), LATER) == 2
    assert [row.key for row in play.read(lambda unit: unit.outbox.due(LATER, 9))] == ["k5"]
    assert play.read(lambda unit: unit.outbox.doubles()) == 1
    assert play.write(lambda unit: unit.outbox.owe("k3", -1, "plain", {}, NOW)) is False


def _sweep_cards(state: DraftState, unit: Unit) -> int:
    return unit.sweeping.cards(state, BEFORE)


@pytest.mark.parametrize("state", [DraftState.DROPPED, DraftState.OPEN])
def test_only_cards_that_nobody_saved_are_forgotten(play: Play, state: DraftState) -> None:
    def put(unit: Unit) -> None:
        unit.drafts.put(old, NOW)
        unit.drafts.put(young, LATER)

    issue = (DraftIssue(county_id=play.counties["演示甲县"], text="x"),)
    old, young = (play.draft(issues=issue).model_copy(update={"state": state}) for _ in range(2))
    saved = play.save(play.draft(issues=issue))
    withdrawn = play.withdraw(play.save(play.draft(issues=issue)))
    play.write(put)
    for each in DraftState:
        assert play.write(partial(_sweep_cards, each), LATER) == int(each is state)
    assert play.read(lambda unit: unit.drafts.get(old.id)) is None
    assert play.read(lambda unit: unit.drafts.get(young.id)) == young
    left = play.read(lambda unit: [unit.records.of_draft(record.draft_id) for record in (saved, withdrawn)])
    assert all(left)


def _note(tries: Sequence[InviteTries], unit: Unit) -> None:
    for each in tries:
        unit.invites.note_tries(each)


def test_strangers_are_forgotten_unless_they_are_ignored(play: Play) -> None:
    tries = (
        InviteTries(1, answered_on=NOW.date()),
        InviteTries(2, answered_on=LATER.date()),
        InviteTries(3, answered_on=NOW.date(), ignored_until=LATER),
        InviteTries(4, wrong=3),
    )
    play.write(partial(_note, tries))
    assert play.write(lambda unit: unit.sweeping.tries(BEFORE), LATER) == 1
    known = play.read(lambda unit: [unit.invites.tries(each.telegram_id) for each in tries])
    assert known == [InviteTries(1), *tries[1:]]


def test_what_could_not_be_handled_is_forgotten_but_never_the_last(play: Play) -> None:
    def bury(unit: Unit) -> None:
        for number in (1, 3, 4):
            unit.inbox.bury(BOT, number)

    arrivals = [Arrival(number, "1", b"{}", NOW, NOW) for number in range(1, 5)]
    play.write(lambda unit: unit.inbox.receive(BOT, arrivals))
    play.write(bury)
    assert play.write(lambda unit: unit.sweeping.buried(BOT, BEFORE), LATER) == 2
    assert [row.update_id for row in play.read(lambda unit: unit.inbox.pending(BOT))] == [2]
    assert play.read(lambda unit: unit.inbox.last_update_id(BOT)) == 4
