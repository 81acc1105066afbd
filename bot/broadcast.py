"""While a digest goes to many groups, one message says how far it is, and is edited until all have it."""

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import NamedTuple, Protocol

from bot import texts
from bot.threads import Threads
from handlers.language.door import Door
from handlers.language.fitting import fitted
from storage import Unit

KIND = "broadcast"
DIGESTS = "digest:"
"""What the keys of all that groups get of digests begin with."""
LEAST = 30
"""Fewer groups are served within a second or two: nothing is said."""
SECONDS = 5.0
"""Between two looks. Each edit counts as a message."""


class Editor(Protocol):
    """Changes the words of messages that were sent."""

    async def edit(self, chat_id: int, message_id: int, text: str) -> bool:
        """Try once; return whether another try is of no use: it is changed, or cannot be."""


@dataclass(frozen=True, slots=True)
class InterpretingEditor:
    """An editor that says each message in the language of its chat."""

    editor: Editor
    door: Door

    async def edit(self, chat_id: int, message_id: int, text: str) -> bool:
        """Try once (see Editor)."""
        catalogue = self.door.catalogue(chat_id)
        return await self.editor.edit(chat_id, message_id, fitted(text, catalogue) if catalogue else text)


class Course(NamedTuple):
    """How far a digest is: so many groups get it, so many wait, so many could not be reached."""

    cut_off: datetime
    groups: int
    waiting: int
    failed: int


@dataclass(frozen=True, slots=True)
class Told:
    """A message that was sent to an admin, and what it is to say now."""

    chat_id: int
    message_id: int
    text: str


def words(course: Course) -> str:
    """Return what the message says, as HTML."""
    said = texts.broadcast(course.groups, course.waiting, course.failed)
    return escape(said, quote=False)


class Broadcasts:
    """Looks every few seconds; says something only where a digest goes to many. One loop alone calls it."""

    def __init__(
        self, threads: Threads, editor: Editor, *, alarmed: str | None = None, least: int = LEAST
    ) -> None:
        self._threads = threads
        self._editor = editor
        self._alarmed = alarmed
        self._least = least
        self._said: dict[tuple[int, int], str] = {}
        self._over: set[str] = set()

    async def look(self) -> bool:
        """Begin to tell of a digest, or change what was told; return whether anything is owed now."""
        new, told = await self._threads.read(self._seen)
        if new:
            await self._threads.write(self._begin)
        for one in told:
            if self._unsaid(one) and await self._editor.edit(one.chat_id, one.message_id, one.text):
                self._said[one.chat_id, one.message_id] = one.text
        return new

    def _seen(self, unit: Unit) -> tuple[bool, list[Told]]:
        """Return whether there is something new to tell, and what was told with its present words."""
        new, told = False, []
        for campaign_id in unit.campaigns.all():
            waiting = unit.outbox.groups_waiting(campaign_id, DIGESTS)
            if not waiting and campaign_id in self._over:
                continue
            course = course_of(unit, campaign_id, waiting)
            stem = _stem(campaign_id, course) if course else ""
            sent = unit.outbox.sent_under(stem) if course else []
            mine = [Told(*where, words(course)) for where in sent if course]
            told += mine
            known = bool(course) and unit.outbox.keyed_between(stem, f"{stem}~")
            new = new or (waiting >= self._least and not known)
            # What is over needs no look before the next begins; what was not sent or not said yet does.
            going_on = waiting or (known and not sent) or any(map(self._unsaid, mine))
            (self._over.discard if going_on else self._over.add)(campaign_id)
        return new, told

    def _unsaid(self, one: Told) -> bool:
        return self._said.get((one.chat_id, one.message_id)) != one.text

    def _begin(self, unit: Unit) -> None:
        for campaign_id in unit.campaigns.all():
            course = course_of(unit, campaign_id, unit.outbox.groups_waiting(campaign_id, DIGESTS))
            if course and course.waiting >= self._least:
                every = unit.people.admins(campaign_id)
                for admin in [one for one in every if one.person.name == self._alarmed] or every:
                    key = f"{_stem(campaign_id, course)}{admin.telegram_id}"
                    payload = {"text": words(course)}
                    unit.outbox.owe(key, admin.telegram_id, KIND, payload, unit.now)


def course_of(unit: Unit, campaign_id: str, waiting: int) -> Course | None:
    """Return how far the latest digest of a campaign is; None before the first."""
    latest = unit.digests.latest_posted(campaign_id)
    if latest is None:
        return None
    cut_off, groups = latest
    return Course(cut_off, groups, waiting, unit.outbox.groups_lost(campaign_id, DIGESTS, cut_off))


def _stem(campaign_id: str, course: Course) -> str:
    return f"{KIND}:{campaign_id}:{int(course.cut_off.timestamp())}:"
