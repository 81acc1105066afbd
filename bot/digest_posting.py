"""Post what is due: one digest a step and a commit, until nothing is left; a second run does nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

import structlog

from bot.due import DueDigest, How, due_chase, due_digests, due_draft, next_due, receivers_of
from bot.faults import reached
from bot.threads import Threads
from campaign.plan import Plan
from campaign.receivers import Receiver
from campaign.rhythm import CutOff
from campaign.vocabulary import ChatState, DigestState
from digests.drafting import chase, draft_digest
from digests.posting import offer_digest, post_digest
from storage import Unit

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many digests a run posted, offered to the admins, held for an approval; how many it drafted.

    chased: of how many that still wait the admins were told again.
    """

    posted: int = 0
    offered: int = 0
    held: int = 0
    drafted: int = 0
    chased: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.posted + other.posted,
            self.offered + other.offered,
            self.held + other.held,
            self.drafted + other.drafted,
            self.chased + other.chased,
        )


NOTHING = Counts()
Due = DueDigest | CutOff | int
"""A digest; the cut-off of a draft; the id of a draft that still waits for its approval."""


def post_next(unit: Unit, campaign_id: str, now: datetime) -> Counts | None:
    """Do the earliest thing that is due: a digest to a group, else a draft; return None when there is none.

    What another process claimed in between counts as nothing, but there may be more.
    """
    due = _due(unit, campaign_id, now)
    return _do(unit, campaign_id, due[0], now) if due else None


def _do(unit: Unit, campaign_id: str, due: Due, now: datetime) -> Counts:
    if isinstance(due, DueDigest):
        return _post(unit, campaign_id, due, now)
    if isinstance(due, int):
        chase(unit, due, now)
        return Counts(chased=1)
    return Counts(drafted=int(draft_digest(unit, campaign_id, due, now)))


def _post(unit: Unit, campaign_id: str, due: DueDigest, now: datetime) -> Counts:
    if due.how is How.OFFER:
        return Counts(offered=int(offer_digest(unit, campaign_id, due.cut_off, due.receiver, now)))
    became = post_digest(unit, campaign_id, due.cut_off, due.receiver, now)
    return Counts(posted=int(became is DigestState.POSTED), held=int(became is DigestState.HELD))


def _due(unit: Unit, campaign_id: str, now: datetime) -> Sequence[Due]:
    """Return the digests that are due, earliest first; without any a draft, or a digest that still waits."""
    plan, receivers = unit.campaigns.plan(campaign_id), receivers_of(unit, campaign_id)
    # What nobody would be asked waits until somebody can answer.
    asked = bool(unit.people.admins(campaign_id))
    due = _digests(unit, campaign_id, receivers, now)
    if found := [item for item in due if asked or not _asks(plan, item)]:
        return found
    if asked and any(receiver.is_group for receiver in receivers):
        draft = due_draft(plan, unit.digest_drafts.drafted(campaign_id), now)
        waits = None if draft else due_chase(unit, campaign_id, now)
        return [due for due in (draft, waits) if due is not None]
    return []


def _asks(plan: Plan, due: DueDigest) -> bool:
    """Whether an admin has to say that a digest goes out."""
    needed = due.how is How.OFFER or plan.definition.digests.must_approve(due.cut_off.kinds)
    return needed and due.receiver.is_group


def _still_there(unit: Unit, due: Due) -> bool:
    """Whether a group that was to get a digest is still approved; others left no sooner than a moment ago."""
    if not isinstance(due, DueDigest) or not due.receiver.is_group:
        return True
    group = unit.groups.get(due.receiver.chat_id)
    return group is not None and group.state is ChatState.APPROVED


def _digests(unit: Unit, campaign_id: str, receivers: Sequence[Receiver], now: datetime) -> list[DueDigest]:
    return due_digests(
        unit.campaigns.plan(campaign_id),
        unit.campaigns.loaded_at(campaign_id),
        receivers,
        unit.digests.claimed(campaign_id),
        now,
    )


class DigestPoster:
    """Does what is due, one run at a time.

    Where time is played (`walks`), a clock that was moved on since the last run is walked: each due moment
    in its turn, so that a digest is posted as of its own cut-off and never counts as late. `beside` is what
    else may be due at each of these moments. `owing` is told after each commit, but not on such a walk.
    """

    def __init__(
        self,
        threads: Threads,
        *,
        walks: bool = False,
        beside: Callable[[datetime], Awaitable[None]] | None = None,
        owing: Callable[[], None] | None = None,
    ) -> None:
        self._threads = threads
        self._owing = owing
        self._walking = False
        self._beside = beside
        self._walks = walks
        self._reached: datetime | None = None
        self._turn = asyncio.Lock()

    async def run(self, now: datetime, since: datetime | None = None) -> Counts:
        """Post all that is due at `now`; walk from `since` if given. Return how many were posted."""
        async with self._turn:
            self._walking = since is not None or self._walks
            done, moment = NOTHING, since or (self._reached if self._walks else None)
            while moment is not None:
                moment = await self._following(moment, now)
                done += await self._run_at(moment) if moment else NOTHING
            done += await self._run_at(now)
            self._reached = now
        return done

    async def _following(self, moment: datetime, until: datetime) -> datetime | None:
        following = await self._threads.read(lambda unit: next_due(unit, moment))
        return following if following and following <= until else None

    async def _run_at(self, now: datetime) -> Counts:
        done = NOTHING
        for campaign_id in await self._threads.read(lambda unit: unit.campaigns.all()):
            done += await self._campaign(campaign_id, now)
        if done != NOTHING:
            log.info("digests_due", **asdict(done))
        if self._beside:
            await self._beside(now)
        return done

    async def _campaign(self, campaign_id: str, now: datetime) -> Counts:
        """One campaign's rows must not keep the others' from being posted."""
        done = NOTHING
        try:
            while due := await self._threads.read(lambda unit: _due(unit, campaign_id, now)):
                for item in due:
                    done += await self._step(campaign_id, item, now)
        except Exception:
            log.exception("digests_failed", campaign=campaign_id)
        return done

    async def _step(self, campaign_id: str, due: Due, now: datetime) -> Counts:
        """Do one thing in a commit of its own; what is owed then need not wait for the others."""
        counts = await self._threads.write(lambda unit: self._write(unit, campaign_id, due, now))
        reached("due-after-commit")
        if self._owing and not self._walking:
            self._owing()
        return counts

    @staticmethod
    def _write(unit: Unit, campaign_id: str, due: Due, now: datetime) -> Counts:
        counts = _do(unit, campaign_id, due, now) if _still_there(unit, due) else NOTHING
        reached("due-before-commit")
        return counts
