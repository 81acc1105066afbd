"""What a plan says: to which counties somebody means to go, on which day, and by what means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from campaign.vocabulary import Channel
from understanding.dates import Day
from understanding.days import coming, first
from understanding.evidence import Status
from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.reading import BAR

AHEAD = timedelta(days=183)
"""No plan is made for longer ahead; a day without a year that lies farther away was meant to be over."""
WEEK = timedelta(days=7)
TWO_MONTHS = 62


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan: county by key, each with its day; the day is None when the words name none.

    around: the day from which to offer some, when words name no more than a week or a month.
    moved: it takes the place of an earlier plan. called_off: nothing will come of it.
    days: all that are named and to come, the former ones too. doubtful: what is called off may be something
    else, such as a meeting.
    """

    visits: tuple[tuple[str, date | None], ...]
    around: date | None
    channel: Channel | None
    moved: bool
    called_off: bool = False
    days: tuple[date, ...] = ()
    doubtful: bool = False


class PlannedReader:
    """Reads messages that are plans already, or change one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.called_off = lexicon.pattern("plan_called_off")
        self.moved = lexicon.pattern("plan_moved")
        self.former = lexicon.pattern("plan_former")
        self.going = lexicon.pattern("plan_of_going")
        self.other = lexicon.pattern("plan_of_other")

    def read(self, facts: Facts) -> Planned:
        """Return what a plan says, or what is said of one."""
        moved = self.moved.search(facts.text) is not None
        called_off = not moved and self.called_off.search(facts.text) is not None
        named = [day for day in facts.days if not day.loose]
        every = tuple(day for one in named if (day := _ahead(one, facts.today)))
        if self.former.search(facts.text):
            named = named[1:]  # the first one is the day that was meant before
        mentions = (mention for mention in facts.mentions if mention.confidence >= BAR)
        counties = tuple(dict.fromkeys(key for mention in mentions for key in mention.counties))
        around = first(day.value for day in facts.days if day.loose and day.value > facts.today)
        days = [day for one in named if (day := _ahead(one, facts.today))]
        visits = _visits(counties, days, moved=moved)
        doubtful = self.doubtful(facts.text, counties)
        return Planned(visits, around, _channel(facts), moved, called_off, every, doubtful)

    def doubtful(self, text: str, counties: Sequence[str]) -> bool:
        """Tell whether something else than a visit may be called off; a county's name speaks for a visit."""
        going, other = (pattern.search(text) is not None for pattern in (self.going, self.other))
        return other and not going if counties else other or not going


def _visits(
    counties: Sequence[str], days: Sequence[date], *, moved: bool
) -> tuple[tuple[str, date | None], ...]:
    """Return each county with its own day if there are as many, else all with one; the last if moved."""
    if len(days) == len(counties):
        return tuple(zip(counties, days, strict=True))
    day = first(reversed(days)) if moved else first(days)
    return tuple((county, day) for county in counties)


def _ahead(named: Day, today: date) -> date | None:
    """Return a day that was named as the next one of its kind, today included; None for one that is over."""
    day = named.value
    if named.vague or named.impossible:
        return None
    if day < today and named.kind == "weekday" and today - day < WEEK:
        day += WEEK
    elif day < today and named.kind == "day_alone":
        day = _of_month(day.day, today) or day
    elif day < today and named.kind in ("month_day", "numeric"):
        day = coming(day.month, day.day, today) or day
    return day if today <= day <= today + AHEAD else None


def _of_month(number: int, today: date) -> date | None:
    """Return the next day of a month with that number."""
    days = (today + timedelta(days=ahead) for ahead in range(TWO_MONTHS))
    return first(day for day in days if day.day == number)


def _channel(facts: Facts) -> Channel | None:
    """Return the channel of the first sign that is planned and tells one."""
    told = (sign.channel for sign in facts.signs if sign.channel and sign.status is Status.PLANNED)
    return next(told, None)
