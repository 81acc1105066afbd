"""A sliding window: at most so many messages in any span of seconds. Pure; times are monotonic seconds."""

from dataclasses import dataclass, field

# A request still unanswered after this long has reached Telegram or never will.
FLIGHT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` messages in any `span` seconds."""

    most: int
    span: float


@dataclass(eq=False, slots=True)
class Hold:
    """Places in a window that are taken up to a moment: `cost` of them, from the grant at `start`."""

    start: float
    cost: int
    until: float


@dataclass(slots=True)
class Window:
    """Counts as Telegram may have counted: a place is taken until a span after the answer.

    Between grant and answer nobody knows when the message arrived. A place is therefore free again `span`
    after the answer, and never before `span + margin` after the grant.
    """

    limit: Limit
    margin: float
    _holds: list[Hold] = field(default_factory=list)

    def free_at(self, cost: int, now: float) -> float:
        """Return when `cost` messages fit, `now` or later; more than the limit fit an empty window."""
        self._forget(now)
        room = self.limit.most - min(cost, self.limit.most) - sum(hold.cost for hold in self._holds)
        if room >= 0:
            return now
        at = now
        for hold in sorted(self._holds, key=lambda hold: hold.until):
            room += hold.cost
            at = hold.until
            if room >= 0:
                break
        return at

    def take(self, cost: int, now: float) -> Hold:
        """Take places. A request larger than the limit pays for the excess with further spans."""
        hold = Hold(now, cost, now + FLIGHT_SECONDS + self._spans(cost))
        self._holds.append(hold)
        return hold

    def answered(self, hold: Hold, now: float) -> None:
        """The request ended: its places run out a span from now."""
        spans = self._spans(hold.cost)
        hold.until = min(hold.until, max(hold.start + spans + self.margin, now + spans))

    def idle(self, now: float) -> bool:
        """Whether nothing is counted any more."""
        self._forget(now)
        return not self._holds

    def _spans(self, cost: int) -> float:
        return -(-cost // self.limit.most) * self.limit.span

    def _forget(self, now: float) -> None:
        if any(hold.until <= now for hold in self._holds):
            self._holds = [hold for hold in self._holds if hold.until > now]
