"""When each kind of digest is due by a campaign's rules, and who gets it."""

from collections.abc import Collection, Iterator
from datetime import time
from typing import Annotated

from pydantic import Field

from campaign.strict import Name, RuleFault, Strict
from campaign.vocabulary import DigestKind, Role

Month = Annotated[int, Field(ge=1, le=12)]


class Audience(Strict):
    """Who gets some kinds of digests: the approved groups, those with a role, persons by name."""

    kinds: tuple[DigestKind, ...] = Field(min_length=1)
    groups: bool = True
    roles: tuple[Role, ...] = ()
    persons: tuple[Name, ...] = ()

    def faults(self) -> Iterator[RuleFault]:
        """Return that nobody gets anything."""
        if not (self.groups or self.roles or self.persons):
            yield RuleFault("rule_nobody", ("groups",))


EVERY_GROUP = Audience(kinds=tuple(DigestKind))
LEADERS = Audience(kinds=(DigestKind.PARTY,), groups=False, roles=(Role.LEADER,))


REVIEWED = (DigestKind.TWO_MONTH, DigestKind.QUARTER, DigestKind.HALF_YEAR)


class DigestReview(Strict):
    """How many working days before a digest its draft is shown.

    kinds: those that are reviewed; what falls together with one of them is reviewed with it.
    required: it goes out only once it is approved.
    """

    days: int = Field(default=2, ge=1, le=10)
    kinds: tuple[DigestKind, ...] = Field(default=REVIEWED, min_length=1)
    required: bool = False


class DigestRhythm(Strict):
    """In which months each digest falls, and the day and hour up to whose last working day it is due.

    `week`: the day of the week, 1 to 7, up to whose last working day a weekly digest is due.
    """

    day: int = Field(ge=1, le=28)
    time: time
    week: int | None = Field(default=None, ge=1, le=7)
    month: tuple[Month, ...] = ()
    two_month: tuple[Month, ...] = ()
    quarter: tuple[Month, ...] = ()
    half_year: tuple[Month, ...] = ()
    party: tuple[Month, ...] = ()
    audience: tuple[Audience, ...] = ()
    review: DigestReview | None = DigestReview()

    def faults(self) -> Iterator[RuleFault]:
        """Return kinds that are given to several audiences, and kinds that never fall due."""
        seen: set[DigestKind] = set()
        for place, audience in enumerate(self.audience):
            for number, kind in enumerate(audience.kinds):
                if kind in seen:
                    yield _fault("rule_same", place, number, kind)
                elif kind not in self.kinds:
                    yield _fault("rule_kind_idle", place, number, kind)
                seen.add(kind)

    @property
    def kinds(self) -> tuple[DigestKind, ...]:
        """The kinds that fall due, that of `period` first."""
        due = [kind for kind in DigestKind if getattr(self, kind.value)]
        return tuple(sorted(due, key=lambda kind: kind is not self.period))

    def audience_of(self, kind: DigestKind) -> Audience:
        """Return who gets a kind: unless said otherwise all groups, or the leaders (reports to the Party)."""
        named = (audience for audience in self.audience if kind in audience.kinds)
        return next(named, LEADERS if kind is DigestKind.PARTY else EVERY_GROUP)

    @property
    def for_groups(self) -> frozenset[DigestKind]:
        """The kinds that groups get."""
        return frozenset(kind for kind in DigestKind if self.audience_of(kind).groups)

    def reviewed(self, kinds: Collection[DigestKind]) -> DigestReview | None:
        """Return how a digest of some kinds that groups get is reviewed; None when it goes out by itself."""
        return self.review if self.review and not {*self.review.kinds}.isdisjoint(kinds) else None

    def must_approve(self, kinds: Collection[DigestKind]) -> bool:
        """Return whether a digest of some kinds goes out only once it is approved."""
        review = self.reviewed(kinds)
        return review is not None and review.required

    @property
    def period(self) -> DigestKind:
        """The kind whose windows are those of lists and reminders."""
        monthly = self.month and not self.two_month
        return DigestKind.MONTH if monthly else DigestKind.TWO_MONTH


def _fault(kind: str, place: int, number: int, of: DigestKind) -> RuleFault:
    return RuleFault(kind, ("audience", place, "kinds", number), {"value": of.value})
