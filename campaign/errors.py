"""Refusals that carry facts; the sentence a person reads is chosen at the edge."""

from dataclasses import dataclass
from datetime import date, datetime


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """What was asked cannot be done; nothing was changed."""


@dataclass
class NotAllowed(Refusal):
    """The person's roles do not permit it."""

    wanted: str


@dataclass
class NotFound(Refusal):
    """The thing asked for does not exist in this campaign."""

    what: str
    key: str


@dataclass
class Changed(Refusal):
    """What was decided on is no longer as it was shown."""

    what: str


class Shared(Refusal):
    """Somebody else added to the record: it is not undone without a word."""


@dataclass
class NameTaken(Refusal):
    """Somebody of the roster has that name."""

    name: str


@dataclass
class Incomplete(Refusal):
    """A draft lacks fields without which it is no record."""

    missing: tuple[str, ...]


@dataclass
class DayInFuture(Refusal):
    """A contact dated after today."""

    day: date


@dataclass
class DayOutsideCampaign(Refusal):
    """A contact dated before the campaign's first day or after its last."""

    day: date
    first: date
    last: date


@dataclass
class DraftGone(Refusal):
    """A card that was dropped or withdrawn, or belongs to somebody else."""

    state: str


@dataclass
class TooLate(Refusal):
    """The minutes in which a record can be undone are over."""

    saved_at: datetime
    minutes: int


@dataclass
class NothingToUndo(Refusal):
    """The person saved nothing lately."""


@dataclass
class CodeWrong(Refusal):
    """An invite code that is unknown, used or expired; `left` tries remain before the account is ignored."""

    left: int
    expired: bool = False


@dataclass
class Ignored(Refusal):
    """The account tried too often; it hears nothing until the moment given."""

    until: datetime


@dataclass
class AlreadyBound(Refusal):
    """The account, or the person invited, is bound already."""

    name: str
