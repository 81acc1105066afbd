"""The review of a digest before it goes out: when its draft is due, and what is kept of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from campaign.days import DAY
from campaign.plan import Plan
from campaign.rhythm import CutOff
from campaign.vocabulary import DigestKind, ReviewState

OVER = frozenset({ReviewState.DONE, ReviewState.DROPPED})
"""States in which nothing can be changed any more."""
NEAR = timedelta(days=28)
"""A digest that rules moved less far than this is still the one of its draft; farther is another month's."""


class ReviewStep(StrEnum):
    """What a reviewer did."""

    WORDS = "words"
    ORIGINAL = "original"
    ADD = "add"
    OMIT = "omit"
    RESTORE = "restore"
    WITHHOLD = "withhold"
    GRANT = "grant"
    APPROVE = "approve"
    TAKE_BACK = "take_back"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """One change: who, when, what, and of which section (its key) or group (its chat id as text)."""

    person_id: int
    name: str
    at: datetime
    what: ReviewStep
    about: str = ""


@dataclass(frozen=True, slots=True)
class DigestDraft:
    """A digest before it goes out. `kinds` as in the digest itself; `facts` are those of the first draft.

    `version` grows with each change. `edits` are plain JSON data (digests.edits.Edits). `withheld` are the
    chat ids of groups that do not get it.
    """

    id: int
    campaign_id: str
    kinds: str
    cut_off: datetime
    state: ReviewState
    version: int
    edits: dict[str, Any]
    withheld: tuple[int, ...]
    changes: tuple[ReviewChange, ...]
    facts: dict[str, Any]
    approved_by: int | None = None
    approved_at: datetime | None = None

    @property
    def over(self) -> bool:
        """Whether it went out, or will not."""
        return self.state in OVER


class DigestDrafts(Protocol):
    """Drafts of digests: one at most for each campaign and cut-off."""

    def make(self, draft: DigestDraft) -> int | None:
        """Store a new draft: return its id to the one caller who was first, None to all others."""

    def get(self, draft_id: int) -> DigestDraft | None:
        """Return a draft; while something is written, nobody else gets it until that is committed."""

    def of(self, campaign_id: str, cut_off: datetime) -> DigestDraft | None:
        """Return the draft of a cut-off, likewise."""

    def standing(self, campaign_id: str) -> Sequence[DigestDraft]:
        """Return the drafts that are not over, earliest cut-off first."""

    def drafted(self, campaign_id: str) -> Mapping[datetime, str]:
        """Return the kinds of every draft by its cut-off."""

    def held(self, campaign_id: str) -> Sequence[tuple[int, datetime]]:
        """Return id and cut-off of each draft whose digest waits for its approval."""

    def put(self, draft: DigestDraft) -> None:
        """Store a draft's new form; its kinds and facts stay."""

    def renew(self, draft: DigestDraft) -> None:
        """Store a draft's new form, with other kinds and facts."""


def draft_at(plan: Plan, cut_off: CutOff) -> datetime | None:
    """Return when the draft of a digest for groups is due: some working days before, at the same hour."""
    review = plan.definition.digests.reviewed(cut_off.kinds)
    if review is None:
        return None
    day = cut_off.at.date()
    for _ in range(review.days):
        day = plan.calendar.up_to(day - DAY)
    return datetime.combine(day, cut_off.at.time(), plan.definition.tz)


def draft_moments(plan: Plan, after: datetime) -> Iterator[tuple[datetime, CutOff]]:
    """Return the moment of each draft whose digest is due later than `after`, with what groups will get."""
    for due in plan.rhythm.cut_offs:
        if due.at > after and (cut_off := _for_groups(plan, due)) and (at := draft_at(plan, cut_off)):
            yield at, cut_off


def chased_at(plan: Plan, cut_off: datetime) -> datetime:
    """Return when admins hear again of a digest that waits for its approval: a working day after its hour."""
    at = cut_off.astimezone(plan.definition.tz)
    return datetime.combine(plan.calendar.after(at.date()), at.time(), at.tzinfo)


def cut_off_of(plan: Plan, draft: DigestDraft) -> CutOff | None:
    """Return the cut-off that a draft is for; None when the rules know none of that moment any more."""
    due = next((cut_off for cut_off in plan.rhythm.cut_offs if cut_off.at == draft.cut_off), None)
    return _for_groups(plan, due) if due else None


def moved_to(plan: Plan, draft: DigestDraft) -> tuple[CutOff, ...]:
    """Return where the kinds went that other rules took from a draft's moment, earliest first."""
    here = cut_off_of(plan, draft)
    gone = {*map(DigestKind, draft.kinds.split(","))}.difference(here.kinds if here else ())
    near = [
        cut_off
        for due in plan.rhythm.cut_offs
        if abs(due.at - draft.cut_off) < NEAR and (cut_off := _for_groups(plan, due))
    ]
    found = {cut_off.at: cut_off for kind in gone if (cut_off := _nearest(near, kind, draft.cut_off))}
    return tuple(found[at] for at in sorted(found))


def _nearest(near: Sequence[CutOff], kind: DigestKind, moment: datetime) -> CutOff | None:
    of_kind = (cut_off for cut_off in near if kind in cut_off.kinds)
    return min(of_kind, key=lambda cut_off: abs(cut_off.at - moment), default=None)


def _for_groups(plan: Plan, due: CutOff) -> CutOff | None:
    return due.of(plan.definition.digests.for_groups)
