"""Who may send next, and when: Telegram's limits for one token. Pure; times are monotonic seconds."""

from dataclasses import dataclass, field
from enum import IntEnum
from heapq import heappop, heappush

from bot.windows import Hold, Limit, Window

OVERALL = Limit(30, 1.0)
GROUP = Limit(20, 60.0)
PRIVATE = Limit(3, 3.0)


class Priority(IntEnum):
    """What goes first when there is a queue."""

    ANSWER = 0
    BROADCAST = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits: of the token, to a group, to a private chat (one a second; short bursts pass).

    `margin`: seconds that a message may be later on its way than the one after it. `spread`: the share of
    the token's window over which a broadcast spreads its messages: so long an answer need not wait.
    """

    overall: Limit = OVERALL
    group: Limit = GROUP
    private: Limit = PRIVATE
    margin: float = 0.06
    spread: float = 0.75

    @property
    def apart(self) -> float:
        """Seconds between two messages of broadcasts, which are no slower for it: the window is longer."""
        return self.overall.span * self.spread / self.overall.most


@dataclass(eq=False, slots=True)
class Lane:
    """One chat: its window, its queue, and until when a 429 made it pause."""

    window: Window
    queue: list[tuple[Priority, int, "Ticket"]] = field(default_factory=list)
    paused_until: float = 0.0

    @property
    def head(self) -> "Ticket | None":
        """Who is first."""
        return self.queue[0][2] if self.queue else None


@dataclass(eq=False, slots=True)
class Ticket:
    """A request for `cost` messages to a chat, and the places it holds once granted."""

    lane: Lane
    cost: int
    priority: Priority
    holds: list[tuple[Window, Hold]] = field(default_factory=list)
    dropped: bool = False


class Pacer:
    """Grants tickets in order of priority and arrival, each as soon as all its limits allow."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall = Window(limits.overall, limits.margin)
        self._paused_until = 0.0
        self._broadcast_at = 0.0
        self._lanes: dict[int | str, Lane] = {}
        self._ready: list[tuple[Priority, int, Ticket]] = []
        self._asleep: list[tuple[float, int, Lane]] = []
        self._serial = 0
        self._prune_at = 1000

    def submit(self, chat: int | str, cost: int, priority: Priority) -> Ticket:
        """Queue a request."""
        self._serial += 1
        lane = self._lane(chat)
        ticket = Ticket(lane, cost, priority)
        heappush(lane.queue, (priority, self._serial, ticket))
        heappush(self._ready, lane.queue[0])
        return ticket

    def take(self, now: float) -> Ticket | None:
        """Grant the next request that may go now; None when there is none."""
        self._wake(now)
        while self._ready:
            ticket = self._ready[0][2]
            if ticket.dropped or ticket.lane.head is not ticket:
                heappop(self._ready)
                self._skip(ticket)
            elif (at := self._lane_free_at(ticket, now)) > now:
                heappop(self._ready)
                self._sleep(ticket.lane, at)
            elif self._overall_free_at(ticket, now) > now:
                return None
            else:
                heappop(self._ready)
                return self._grant(ticket, now)
        return None

    def next_at(self, now: float) -> float | None:
        """Return when `take` may succeed next; None when nothing waits."""
        moments = [self._asleep[0][0]] if self._asleep else []
        if self._ready:
            moments.append(self._overall_free_at(self._ready[0][2], now))
        return min(moments, default=None)

    def answered(self, ticket: Ticket, now: float) -> None:
        """A granted request ended, well or not."""
        for window, hold in ticket.holds:
            window.answered(hold, now)
        if head := ticket.lane.head:
            self._sleep(ticket.lane, self._lane_free_at(head, now))

    def pause(self, chat: int | str, until: float, now: float) -> None:
        """Obey a 429: the chat is silent until then; when two chats are told so at once, all are."""
        others = (lane for key, lane in self._lanes.items() if key != chat)
        if any(lane.paused_until > now for lane in others):
            self._paused_until = max(self._paused_until, until)
        lane = self._lane(chat)
        lane.paused_until = max(lane.paused_until, until)

    def prune(self, now: float) -> None:
        """Forget chats of which nothing is counted any more, once there are many."""
        if len(self._lanes) < self._prune_at:
            return
        self._lanes = {
            chat: lane
            for chat, lane in self._lanes.items()
            if lane.queue or lane.paused_until > now or not lane.window.idle(now)
        }
        self._prune_at = max(1000, 2 * len(self._lanes))

    def _lane(self, chat: int | str) -> Lane:
        lane = self._lanes.get(chat)
        if lane is None:
            private = isinstance(chat, int) and chat > 0
            limit = self._limits.private if private else self._limits.group
            lane = self._lanes[chat] = Lane(Window(limit, self._limits.margin))
        return lane

    def _lane_free_at(self, ticket: Ticket, now: float) -> float:
        return max(ticket.lane.paused_until, ticket.lane.window.free_at(ticket.cost, now))

    def _overall_free_at(self, ticket: Ticket, now: float) -> float:
        spaced = self._broadcast_at if ticket.priority is Priority.BROADCAST else 0.0
        return max(self._paused_until, spaced, self._overall.free_at(ticket.cost, now))

    def _grant(self, ticket: Ticket, now: float) -> Ticket:
        heappop(ticket.lane.queue)
        if ticket.priority is Priority.BROADCAST:
            self._broadcast_at = max(self._broadcast_at, now) + ticket.cost * self._limits.apart
        windows = (self._overall, ticket.lane.window)
        ticket.holds = [(window, window.take(ticket.cost, now)) for window in windows]
        self._line_up(ticket.lane)
        return ticket

    def _skip(self, ticket: Ticket) -> None:
        lane = ticket.lane
        while lane.head and lane.head.dropped:
            heappop(lane.queue)
            self._line_up(lane)

    def _line_up(self, lane: Lane) -> None:
        if lane.queue:
            heappush(self._ready, lane.queue[0])

    def _sleep(self, lane: Lane, at: float) -> None:
        self._serial += 1
        heappush(self._asleep, (at, self._serial, lane))

    def _wake(self, now: float) -> None:
        while self._asleep and self._asleep[0][0] <= now:
            self._line_up(heappop(self._asleep)[2])
