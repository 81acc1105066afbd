"""Every way into the dispatcher, and who may stand before it; answers are heard at the session."""

from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import TelegramMethod
from aiogram.types import Chat, File, Message, Update, User
from sqlalchemy import func, select

from bot.conversation import Conversations
from bot.desk import UpdateDesk
from bot.dispatching import build_dispatcher
from bot.readers import Readers
from bot.threads import Threads
from campaign.roles import BY_ROSTER, Grant
from campaign.vocabulary import Role
from storage import Unit
from storage.tables import attachment, audit, contact, draft, invite, issue, issue_event, outbox
from tests.bot.stores import BOT, CAMPAIGN, opened

T = TypeVar("T")
NOW = datetime(2023, 2, 20, 1, tzinfo=UTC)
TABLE = "联系领导,联系人,县级工会,设区市\n演示主席一,演示部长一,修水县,九江市\n".encode()
STRANGER, LEFT, BLOCKED = 990, 991, 992
PEOPLE: dict[str, tuple[int, Role | None]] = {
    **{role.value: (900 + place, role) for place, role in enumerate(Role)},
    "stranger": (STRANGER, None),
    "left": (LEFT, None),
    "blocked": (BLOCKED, Role.CONTACT_PERSON),
}


class Ear(BaseSession):
    """Answers every call as Telegram would, and keeps it; who blocked the bot cannot be written to."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[TelegramMethod[Any]] = []

    async def close(self) -> None:
        """Close nothing."""

    async def make_request(
        self,
        bot: Bot,  # noqa: ARG002 - as aiogram calls it
        method: TelegramMethod[T],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109 - as aiogram calls it
    ) -> T:
        """Keep a call and answer it."""
        if getattr(method, "chat_id", None) == BLOCKED:
            raise TelegramForbiddenError(method, "Forbidden: bot was blocked by the user")
        self.heard.append(method)
        answers: dict[str, Any] = {
            "getMe": User(id=BOT, is_bot=True, first_name="Bot", username="bot"),
            "getFile": File(file_id="f", file_unique_id="u", file_path="f"),
            "sendMediaGroup": [],
        }
        message = method.__api_method__.startswith(("send", "edit"))
        default = _message(1000, getattr(method, "chat_id", 1) or 1) if message else True
        return answers.get(method.__api_method__, default)  # type: ignore[no-any-return]  # by the name of a call

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """Return the table that is sent."""
        yield TABLE


@dataclass
class Doors:
    """A dispatcher, and updates that come to it; conversations go on if it `remembers`."""

    threads: Threads
    ear: Ear
    bot: Bot
    dispatcher: Dispatcher
    storage: Conversations
    readers: Readers
    remembers: bool = False
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    async def message(self, who: int, state: str | None = None, **content: Any) -> list[TelegramMethod[Any]]:
        """Say something in private, with a question open if a state is given."""
        return await self._feed(who, state, "message", self._said(who, **content))

    async def edited(self, who: int, **content: Any) -> list[TelegramMethod[Any]]:
        """Edit a message."""
        return await self._feed(who, None, "edited_message", self._said(who, **content) | {"edit_date": 1})

    async def press(self, who: int, data: str) -> list[TelegramMethod[Any]]:
        """Press a button below a message of the bot."""
        below = self._said(who, text="x") | {"from": {"id": BOT, "is_bot": True, "first_name": "Bot"}}
        press = {"id": "1", "from": _user(who), "chat_instance": "1", "message": below, "data": data}
        return await self._feed(who, None, "callback_query", press)

    def _said(self, who: int, **content: Any) -> dict[str, Any]:
        chat = {"id": who, "type": "private", "first_name": "x"}
        return {
            "message_id": next(self.ids),
            "date": int(NOW.timestamp()),
            "chat": chat,
            "from": _user(who),
            **content,
        }

    async def _feed(
        self, who: int, state: str | None, kind: str, event: dict[str, Any]
    ) -> list[TelegramMethod[Any]]:
        number = next(self.ids)
        update = Update.model_validate({"update_id": number, kind: event}, context={"bot": self.bot})
        desk = UpdateDesk(self.threads, self.readers, BOT, number, who, NOW, NOW, CAMPAIGN, repeated=False)
        self.ear.heard.clear()
        async with self.storage.update() as scratch:
            if state:
                context = self.dispatcher.fsm.get_context(self.bot, who, who)
                await context.set_state(state)
                asked = {"at": NOW.isoformat(), "person": 1, "role": "observer", "what": "n"}
                told = {"asked_at": NOW.isoformat(), "issue": 1, "record": "x", "correction": "x"}
                await context.set_data({"role": asked, "roster_edit": asked, **told})
            try:
                await self.dispatcher.feed_update(self.bot, update, desk=desk)
            except TelegramForbiddenError:
                return list(self.ear.heard)
        if self.remembers:
            self.storage.remember(scratch)
        return list(self.ear.heard)

    def rows(self) -> int:
        """Count what any action leaves behind."""
        tables = (audit, draft, contact, issue, issue_event, invite, outbox, attachment)
        with self.threads.database.engine.connect() as connection:
            return sum(
                connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
            )


class Still:
    """A clock that stands."""

    def now(self) -> datetime:
        """The one moment."""
        return NOW


@contextmanager
def opened_doors(url: str) -> Iterator[Doors]:
    """Open the doors to everybody of PEOPLE."""
    database = opened(url)
    database.write(_people, NOW)
    threads, ear = Threads(database, Still()), Ear()
    storage = Conversations(threads)
    bot = Bot(f"{BOT}:test", session=ear)
    try:
        yield Doors(threads, ear, bot, build_dispatcher(storage), storage, Readers())
    finally:
        threads.close()


def texts_of(heard: list[TelegramMethod[Any]]) -> list[str]:
    """Return what was said: messages and answers to presses, without empty ones."""
    return [text for method in heard if (text := getattr(method, "text", None))]


def _people(unit: Unit) -> None:
    county = unit.people.counties(CAMPAIGN)[0]
    for name, (telegram_id, role) in PEOPLE.items():
        if telegram_id == STRANGER:
            continue
        person = unit.people.add_person(CAMPAIGN, f"演示{name}")
        unit.people.bind(telegram_id, CAMPAIGN, person.id, (role,) if role in BY_ROSTER and role else (), NOW)
        grant = Grant(role or Role.OBSERVER, county.id if role is Role.COUNTY else None)
        if role is None:
            grant = replace(grant, last=(NOW - timedelta(days=2)).date())
        if role not in BY_ROSTER:
            unit.members.give(CAMPAIGN, person.id, grant, NOW)
        if telegram_id == BLOCKED:
            unit.people.set_blocked(BLOCKED, NOW)


def _user(who: int) -> dict[str, Any]:
    return {"id": who, "is_bot": False, "first_name": "x"}


def _message(number: int, chat: int) -> Message:
    return Message(message_id=number, date=NOW, chat=Chat(id=chat, type="private"))
