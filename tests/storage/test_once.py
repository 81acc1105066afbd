"""Whatever is saved, whenever: the digests of one rhythm count it once, and /status says what they say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from campaign.actions.reporting import digest_figures
from campaign.actions.views import campaign_figures
from campaign.drafts import DraftIssue, DraftPractice
from campaign.figures import Figures
from campaign.rhythm import CutOff
from campaign.vocabulary import DigestKind
from storage import Unit
from tests.storage.play import NAMES, Play

CUT_OFF = datetime(2023, 2, 27, 1, tzinfo=UTC)
AROUND = [
    timedelta(days=-1),
    timedelta(minutes=-1),
    timedelta(),
    timedelta(seconds=1),
    timedelta(hours=14, minutes=59),
    timedelta(hours=15),
    timedelta(days=1),
]


def _figures(play: Play, cut_off: CutOff, kind: DigestKind) -> Figures:
    figures = play.read(lambda unit: digest_figures(unit, play.id, cut_off))
    return dict(figures.sections)[kind]


def _every(play: Play, kind: DigestKind) -> list[Figures]:
    return [_figures(play, c, kind) for c in play.plan.rhythm.cut_offs if kind in c.kinds]


def _close(play: Play, number: int, unit: Unit) -> None:
    unit.records.close_issue(play.id, number, play._actor(unit), "", unit.now)


def _type(play: Play, moments: Sequence[timedelta]) -> None:
    """At each moment log a contact, an issue and a practice."""
    for number, moment in enumerate(moments):
        at = CUT_OFF + moment
        day = min(at.date(), date(2023, 2, 27) - timedelta(days=number % 2))
        draft = play.draft(
            play.contact(NAMES[number % 3], day),
            issues=(DraftIssue(text="x"),),
            practices=(DraftPractice(text="y"),),
            at=at,
        )
        play.save(draft, at)


def _live(play: Play) -> None:
    """Type around the cut-off; close each issue around the hour a day later, one of them at the next."""
    _type(play, AROUND)
    for number, moment in enumerate((*AROUND[1:], timedelta(days=58)), start=1):
        play.write(partial(_close, play, number), CUT_OFF + timedelta(days=1) + moment)


@pytest.mark.parametrize("kind", [DigestKind.TWO_MONTH, DigestKind.QUARTER, DigestKind.HALF_YEAR])
def test_everything_is_counted_by_one_digest_of_a_rhythm(play: Play, kind: DigestKind) -> None:
    _live(play)
    every = _every(play, kind)
    assert sum(figures.issues.raised for figures in every) == len(AROUND)
    assert sum(figures.issues.closed for figures in every) == len(AROUND)
    assert sum(figures.practices for figures in every) == len(AROUND)
    assert sum(figures.contacts + figures.late for figures in every) == len(AROUND)


def test_what_is_typed_after_the_hour_of_the_cut_off_is_the_next_ones(play: Play) -> None:
    _live(play)
    _, february, april = _every(play, DigestKind.TWO_MONTH)[:3]
    assert (february.issues.raised, february.practices, february.contacts) == (3, 3, 3)
    assert (april.issues.raised, april.practices, april.contacts, april.late) == (4, 4, 0, 4)


def test_at_the_cut_off_the_status_says_what_the_digest_says(play: Play) -> None:
    _type(play, [moment for moment in AROUND if moment <= timedelta()])
    february = _every(play, DigestKind.TWO_MONTH)[1]
    assert february.contacts == 3
    assert play.read(lambda unit: campaign_figures(unit, play.id), CUT_OFF) == replace(february, before=None)
