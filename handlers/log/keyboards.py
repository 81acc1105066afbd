"""Choices of the form's windows."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from campaign.people import County
from campaign.vocabulary import Channel
from handlers.log import texts
from handlers.log.actions import WhoOption
from handlers.texts import channel_words

NONE = "-"
LEAVE_OUT = "x"
HEAD_COUNTS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30)


class Option(NamedTuple):
    """One choice: what is handed on when it is pressed, and its label."""

    key: str
    label: str


SKIPPING = Option(NONE, texts.SKIP)


def counties(found: Iterable[tuple[int, str]]) -> Sequence[Option]:
    """Return counties to choose from."""
    return [Option(str(county), name) for county, name in found]


def listed(some: Iterable[County]) -> Sequence[Option]:
    """Return counties of the roster to choose from."""
    return counties((county.id, county.name) for county in some)


def channels() -> Sequence[Option]:
    """Return every channel."""
    return [Option(channel.value, channel_words(channel)) for channel in Channel]


def head_counts() -> Sequence[Option]:
    """Return usual head-counts."""
    return [*(Option(str(count), texts.people_label(count)) for count in HEAD_COUNTS), SKIPPING]


def who(some: Iterable[WhoOption]) -> Sequence[Option]:
    """Return who may have gone."""
    return [*(Option(option.key, option.attendees) for option in some), SKIPPING]


def leader() -> Sequence[Option]:
    """Return whether the leader took part."""
    return [Option("yes", texts.YES), Option("no", texts.NO), SKIPPING]


def findings(*, known: bool) -> Sequence[Option]:
    """Return what can be done about findings without typing."""
    return [Option("clear", texts.CLEAR), SKIPPING] if known else [SKIPPING]


def places(count: int) -> Sequence[Option]:
    """Return the contacts of a card to change or to leave out, when there are several."""
    if count < 2:
        return []
    change = [Option(str(n), texts.place_label(n + 1)) for n in range(count)]
    leave_out = [Option(f"{LEAVE_OUT}{n}", texts.leave_out_label(n + 1)) for n in range(count)]
    return [*change, *leave_out]
