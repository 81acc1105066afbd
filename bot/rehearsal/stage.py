"""The stage: all parts of a rehearsal together, and what both sides, the bot and the people, do on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.rehearsal import refusals, views
from bot.rehearsal.calls import Calls
from bot.rehearsal.cast import Cast
from bot.rehearsal.clock import Clock
from bot.rehearsal.events import Events
from bot.rehearsal.faults import Faults
from bot.rehearsal.files import Shelf
from bot.rehearsal.flood import Flood
from bot.rehearsal.messages import Messages
from bot.rehearsal.pending import Pending
from bot.rehearsal.store import Json, Store
from bot.rehearsal.world import World


@dataclass(frozen=True)
class Stage:
    """The parts. `real_now` gives the real time in Unix seconds."""

    world: World
    token: str
    store: Store
    cast: Cast
    messages: Messages
    pending: Pending
    shelf: Shelf
    clock: Clock
    events: Events
    calls: Calls
    faults: Faults
    flood: Flood
    real_now: Callable[[], float]

    def now(self) -> int:
        """Real time as the Bot API gives it."""
        return int(self.real_now())

    def reachable(self, chat_id: int | str) -> Json:
        """The Chat the bot may act in.

        Raises:
            RefusedError: chat not found, migrated, kicked, not a member, blocked or never written.
        """
        if isinstance(chat_id, str):
            raise refusals.bad_request("chat not found")
        if chat_id > 0:
            self._may_write(chat_id)
        else:
            self._is_in(chat_id)
        return self.cast.chat(chat_id)

    def _may_write(self, person_id: int) -> None:
        person = self.cast.person(person_id)
        if person is None:
            raise refusals.bad_request("chat not found")
        if not person["started"]:
            raise refusals.forbidden("bot can't initiate conversation with a user")
        if person["blocked"]:
            raise refusals.forbidden("bot was blocked by the user")

    def _is_in(self, chat_id: int) -> None:
        room = self.cast.room(chat_id)
        if room is None or room["bot_status"] == "never":
            raise refusals.bad_request("chat not found")
        if room["upgraded_to"] is not None:
            raise refusals.migrated(room["upgraded_to"])
        if room["bot_status"] == "kicked":
            raise refusals.forbidden(f"bot was kicked from the {room['kind']} chat")
        if room["bot_status"] == "left":
            raise refusals.forbidden(f"bot is not a member of the {room['kind']} chat")
        if room["bot_status"] == "restricted":
            raise refusals.bad_request("not enough rights to send text messages to the chat")

    def pace(self, chat_id: int, count: int = 1) -> None:
        """Count what the bot sends against the flood limits.

        Raises:
            RefusedError: 429.
        """
        self.flood.check(chat_id, count, self.real_now())

    def post(self, chat: Json, sender_id: int, content: Json) -> Json:
        """Put a message into a chat and show it; it comes back as a Message."""
        body = self.messages.add(chat, self.cast.user(sender_id), self.now(), content)
        self.show("message", body)
        return body

    def change(self, body: Json) -> Json:
        """Store a message's new content and show it."""
        changed = body | {"edit_date": self.now()}
        self.messages.replace(changed)
        self.show("edited", changed)
        return changed

    def show(self, kind: str, body: Json) -> None:
        """Tell the watchers about a message."""
        self.events.tell(kind, chat=body["chat"]["id"], message=views.message(self.clock, body))


def build_stage(directory: Path, world: World, real_now: Callable[[], float]) -> Stage:
    """Open the state directory, or begin a new rehearsal in it.

    Raises:
        StateInUseError: another server works in the directory.
    """
    store = Store(directory)
    token = str(store.note("token", world.token))
    store.keep("token", token)
    events = Events(int(real_now() * 1000))
    return Stage(
        world=world,
        token=token,
        store=store,
        cast=Cast(store, world, token),
        messages=Messages(store),
        pending=Pending(store, events),
        shelf=Shelf(store, directory),
        clock=Clock(store, world.now, real_now()),
        events=events,
        calls=Calls(),
        faults=Faults(),
        flood=Flood(world.flood),
        real_now=real_now,
    )
